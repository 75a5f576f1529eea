"""Makes the folder of recordings that the benchmark of published speech reads.

    python recordings.py OUT

takes five recordings of LibriVox with their words from Debian's package `pocketsphinx-testdata`, which must be installed, and
joins them to a sixth, with 0.3 s of silence in between. Recordings are mono, 16,000 samples a second; a file's words lie beside
it in a .txt.
"""

import re
import sys
import wave
from pathlib import Path

SOURCE = Path("/usr/share/pocketsphinx/test/data/librivox")
GAP = 0.3  # seconds


def words_of(transcription: Path) -> dict[str, str]:
    """Words by the name of the recording: lines read `<s> words </s> (name)`."""
    found = {}
    for line in transcription.read_text().splitlines():
        matched = re.match(r"(.*)\((.*)\)\s*$", line)
        if matched:
            found[matched.group(2)] = re.sub(r"</?s>", "", matched.group(1)).strip()
    return found


def main() -> None:
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    words = words_of(SOURCE / "transcription")
    joined, said = [], []
    for file in sorted(SOURCE.glob("*.wav")):
        name = next(name for name in words if file.stem.endswith(name) or name.endswith(file.stem))
        (out / file.name).write_bytes(file.read_bytes())
        (out / f"{file.stem}.txt").write_text(words[name] + "\n")
        with wave.open(str(file)) as sound:
            parameters = sound.getparams()
            joined.append(sound.readframes(parameters.nframes))
        said.append(words[name])
    silence = bytes(parameters.sampwidth * parameters.nchannels * int(GAP * parameters.framerate))
    with wave.open(str(out / "joined.wav"), "wb") as sound:
        sound.setparams(parameters)
        sound.writeframes(silence.join(joined))
    (out / "joined.txt").write_text(" ".join(said) + "\n")


if __name__ == "__main__":
    main()
