package dev.specula.graphs;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Files that are taken for weights now and then, by how they start. */
enum ForeignFormat {
    ZIP(
            "PK\u0003\u0004",
            "it is a zip archive, as PyTorch writes checkpoints; those hold code, so convert them to safetensors"),
    PICKLE("\u0080", "it is a Python pickle, as old checkpoints are; those hold code, so convert them to safetensors"),
    GGUF("GGUF", "it is a GGUF file; name it *.gguf"),
    POINTER("version https://git-lfs", "it is a pointer of Git LFS, not the file itself; run git lfs pull"),
    PAGE("<", "it is a web page, perhaps one that says why a download was refused; fetch the file again");

    private final String start;
    private final String remark;

    ForeignFormat(String start, String remark) {
        this.start = start;
        this.remark = remark;
    }

    /** What the file is instead, with a colon and a space before it; empty if that is not known. */
    static String remark(WeightBytes bytes) {
        for (ForeignFormat format : values()) {
            if (format.starts(bytes)) {
                return ": " + format.remark;
            }
        }
        return "";
    }

    private boolean starts(WeightBytes bytes) {
        byte[] wanted = start.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.size() >= wanted.length && bytes.piece(0, wanted.length).equals(ByteBuffer.wrap(wanted));
    }
}
