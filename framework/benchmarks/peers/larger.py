"""Makes a GGUF file of the size of a larger model, to measure what loading it takes.

    python larger.py SMALL.gguf LARGE.gguf

copies the tokenizer, and for each tensor the type, of a small Llama, widens it to 16 blocks of 2,048 (a billion weights), and
fills the blocks with random codes: it says nothing sensible. Needs the package `gguf`. SMALL may hold Q4_1, Q8_0 and F32.
"""

import sys

import gguf
import numpy as np

WIDTH, BLOCKS, INNER, HEADS, KEY_HEADS = 2048, 16, 8192, 32, 8
HEAD = WIDTH // HEADS
SIZES = {
    "llama.embedding_length": WIDTH,
    "llama.block_count": BLOCKS,
    "llama.feed_forward_length": INNER,
    "llama.attention.head_count": HEADS,
    "llama.attention.head_count_kv": KEY_HEADS,
    "llama.rope.dimension_count": HEAD,
}
MATRICES = {  # (outputs, inputs)
    "attn_q": (WIDTH, WIDTH),
    "attn_k": (KEY_HEADS * HEAD, WIDTH),
    "attn_v": (KEY_HEADS * HEAD, WIDTH),
    "attn_output": (WIDTH, WIDTH),
    "ffn_gate": (INNER, WIDTH),
    "ffn_up": (INNER, WIDTH),
    "ffn_down": (WIDTH, INNER),
}
HEADERS = {  # half floats that a block of 32 begins with, and bytes of its codes
    gguf.GGMLQuantizationType.Q4_1: ([0.002, -0.015], 16),
    gguf.GGMLQuantizationType.Q8_0: ([0.0005], 32),
}


def copy_metadata(small: gguf.GGUFReader, large: gguf.GGUFWriter) -> None:
    for name, field in small.fields.items():
        if name.startswith("GGUF.") or name == "general.architecture":
            continue
        value = SIZES.get(name, field.contents())
        if field.types[0] == gguf.GGUFValueType.ARRAY:
            large.add_array(name, value)
        else:
            large.add_key_value(name, value, field.types[0])


def random_blocks(chance: np.random.Generator, kind: gguf.GGMLQuantizationType, rows: int, columns: int) -> np.ndarray:
    numbers, codes = HEADERS[kind]
    header = np.array(numbers, np.float16).view(np.uint8)
    blocks = chance.integers(0, 256, (rows * columns // 32, header.size + codes), dtype=np.uint8)
    blocks[:, : header.size] = header
    return blocks.reshape(rows, -1)


def main() -> None:
    small = gguf.GGUFReader(sys.argv[1])
    large = gguf.GGUFWriter(sys.argv[2], "llama")
    copy_metadata(small, large)
    kinds = {tensor.name: tensor.tensor_type for tensor in small.tensors}
    chance = np.random.default_rng(1)

    def add(name: str, like: str, rows: int, columns: int) -> None:
        large.add_tensor(name, random_blocks(chance, kinds[like], rows, columns), raw_dtype=kinds[like])

    words = next(int(tensor.shape[1]) for tensor in small.tensors if tensor.name == "token_embd.weight")
    add("token_embd.weight", "token_embd.weight", words, WIDTH)
    for block in range(BLOCKS):
        for matrix, (rows, columns) in MATRICES.items():
            add(f"blk.{block}.{matrix}.weight", f"blk.0.{matrix}.weight", rows, columns)
        for norm in ("attn_norm", "ffn_norm"):
            large.add_tensor(f"blk.{block}.{norm}.weight", np.ones(WIDTH, np.float32))
    large.add_tensor("output_norm.weight", np.ones(WIDTH, np.float32))
    large.write_header_to_file()
    large.write_kv_data_to_file()
    large.write_tensors_to_file()
    large.close()


if __name__ == "__main__":
    main()
