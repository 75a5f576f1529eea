"""Measures other programs on recordings of at most 30 s: speech.py FOLDER ASKED.json, JSON to standard output.

FOLDER is the checkpoint; ASKED.json names the recordings ("sounds": file by name), the folder of a draft model ("draft") and
the number of repeats ("repeats"). English, the likeliest token each time, no timestamps; every repeat reads the file anew.

Needs what it measures: transformers with torch and soundfile, faster-whisper (which takes a folder of CTranslate2: one is
written beside the checkpoint's by its own converter, so transformers is needed for it as well). What is not installed is
left out.
"""
import json
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

THREADS = 2
RATE = 16000


def measured(write, sounds, repeats):
    """Median seconds from the file to its text, the text and its tokens, for each recording."""
    result = {}
    for name, file in sounds.items():
        times = []
        for repeat in range(-1, repeats):
            start = time.perf_counter()
            text, tokens = write(file)
            if repeat >= 0:
                times.append(time.perf_counter() - start)
        result[name] = {"endToEndSeconds": median(times), "tokens": len(tokens), "text": text.strip()}
    return result


def transformers(folder, draft, sounds, repeats):
    import soundfile
    import torch
    import transformers as package

    torch.set_num_threads(THREADS)
    processor = package.WhisperProcessor.from_pretrained(folder)
    model = package.WhisperForConditionalGeneration.from_pretrained(folder, dtype=torch.float32).eval()
    small = package.WhisperForConditionalGeneration.from_pretrained(draft, dtype=torch.float32).eval()
    others = package.WhisperTokenizerFast.from_pretrained(draft)

    def writer(**options):
        def write(file):
            samples, rate = soundfile.read(file, dtype="float32")
            assert rate == RATE, f"{file} must have {RATE} samples a second, but has {rate}"
            features = processor(samples, sampling_rate=rate, return_tensors="pt").input_features
            with torch.no_grad():
                ids = model.generate(features, language="en", task="transcribe", do_sample=False, num_beams=1,
                                     return_timestamps=False, **options)[0].tolist()
            words = [token for token in ids if token < processor.tokenizer.convert_tokens_to_ids("<|endoftext|>")]
            return processor.tokenizer.decode(words), words
        return write

    results = {"version": package.__version__, "f32": {"plain": measured(writer(), sounds, repeats)}}
    assisted = {"assistant_model": small, "tokenizer": processor.tokenizer, "assistant_tokenizer": others}
    try:
        results["f32"]["assisted"] = measured(writer(**assisted), sounds, repeats)
    except Exception as refused:  # whatever its release does not do with a model that hears
        results["f32"]["assistedRefused"] = f"{type(refused).__name__}: {refused}"[:300]
    return results


def faster_whisper(folder, draft, sounds, repeats):
    import ctranslate2
    import faster_whisper as package

    results = {"version": package.__version__}
    with tempfile.TemporaryDirectory() as work:
        converted = Path(work) / "model"
        ctranslate2.converters.TransformersConverter(
            str(folder), copy_files=["tokenizer.json", "preprocessor_config.json"]).convert(str(converted))
        for kind, name in (("float32", "f32"), ("int8", "int8")):
            model = package.WhisperModel(str(converted), device="cpu", compute_type=kind, cpu_threads=THREADS)

            def write(file):
                segments, _ = model.transcribe(file, language="en", beam_size=1, temperature=0.0, without_timestamps=True,
                                               condition_on_previous_text=False)
                segments = list(segments)
                words = [token for segment in segments for token in segment.tokens if token < model.hf_tokenizer.token_to_id(
                    "<|endoftext|>")]
                return "".join(segment.text for segment in segments), words
            results[name] = {"plain": measured(write, sounds, repeats)}
            del model
    return results


def main():
    folder, asked = Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text())
    results = {}
    for name, measure in (("transformers", transformers), ("faster-whisper", faster_whisper)):
        try:
            results[name] = measure(folder, Path(asked["draft"]), asked["sounds"], asked["repeats"])
        except ImportError as missing:
            print(f"{name} is left out: {missing}", file=sys.stderr)
    json.dump(results, sys.stdout)


main()
