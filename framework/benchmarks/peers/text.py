"""Measures other programs on a checkpoint folder: text.py FOLDER PROMPTS.json, JSON to standard output.

Needs what it measures: llama-cpp-python (reads the folder's *.gguf), transformers with torch (reads its safetensors).
A program that is not installed is left out.
"""
import json
import sys
import time
from pathlib import Path
from statistics import median

REPEATS = 5
THREADS = 2
ROWS = (1, 2, 4, 8, 16)


def measured(say, prompts):
    """Median tokens per second after the first token, median seconds to the first token, for each prompt."""
    result = {}
    for name in ("copy", "story"):
        rates, firsts, tokens = [], [], 0
        for repeat in range(-1, REPEATS):
            start = time.perf_counter()
            first, tokens = say(prompts[name], prompts["tokens"])
            end = time.perf_counter()
            if repeat >= 0:
                firsts.append(first - start)
                rates.append((tokens - 1) / (end - first))
        result[name] = {"tokensPerSecond": median(rates), "prefillSeconds": median(firsts), "tokens": tokens}
    return result


def llama_cpp(folder, prompts):
    from llama_cpp import Llama
    from llama_cpp.llama_speculative import LlamaPromptLookupDecoding
    import llama_cpp as package

    results = {"version": package.__version__}
    for file in sorted(folder.glob("*.gguf")):
        for kind, draft in (("plain", None), ("lookup", LlamaPromptLookupDecoding(num_pred_tokens=10, max_ngram_size=3))):
            model = Llama(str(file), n_ctx=512, n_threads=THREADS, n_threads_batch=THREADS, draft_model=draft,
                          logits_all=draft is not None, verbose=False)
            ends = {model.token_eos(), model.tokenize(b"<|im_end|>", add_bos=False, special=True)[0]}

            def say(ids, most):
                model.reset()
                first, count = None, 0
                for token in model.generate(ids, temp=0.0, repeat_penalty=1.0):
                    first = first or time.perf_counter()
                    count += 1
                    if token in ends or count == most:
                        break
                return first, count

            results.setdefault(file.name, {})[kind] = measured(say, prompts)
            if kind == "plain":
                results[file.name]["costCurve"] = llama_cost_curve(str(file), prompts["copy"])
            del model
    return results


def llama_cost_curve(file, ids):
    from llama_cpp import Llama
    model = Llama(file, n_ctx=512, n_threads=THREADS, n_threads_batch=THREADS, logits_all=True, verbose=False)
    times = {}
    model.eval(ids)
    for _ in range(20):
        for rows in ROWS:
            model.n_tokens = len(ids)  # what is computed next replaces what came after
            start = time.perf_counter()
            model.eval(ids[:rows])
            times.setdefault(rows, []).append(time.perf_counter() - start)
    return curve(times)


def transformers(folder, prompts):
    import torch
    import transformers as package
    from transformers.generation.streamers import BaseStreamer

    torch.set_num_threads(THREADS)
    model = package.AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()

    class First(BaseStreamer):
        def __init__(self):
            self.calls, self.time = 0, None

        def put(self, value):
            self.calls += 1
            if self.calls == 2:  # the first call holds the prompt
                self.time = time.perf_counter()

        def end(self):
            pass

    results = {"version": package.__version__}
    for kind, options in (("plain", {}), ("lookup", {"prompt_lookup_num_tokens": 10})):
        def say(ids, most):
            first = First()
            with torch.no_grad():
                out = model.generate(torch.tensor([ids]), max_new_tokens=most, do_sample=False, streamer=first, **options)
            return first.time, out.shape[1] - len(ids)
        results[kind] = measured(say, prompts)
    results["costCurve"] = transformers_cost_curve(model, prompts["copy"])
    return results


def transformers_cost_curve(model, ids):
    import torch
    times = {}
    with torch.no_grad():
        cache = model(torch.tensor([ids]), use_cache=True).past_key_values
        for _ in range(20):
            for rows in ROWS:
                start = time.perf_counter()
                model(torch.tensor([ids[:rows]]), past_key_values=cache, use_cache=True)
                times.setdefault(rows, []).append(time.perf_counter() - start)
                cache.crop(-rows)
    return curve(times)


def curve(times):
    """Time of a pass over so many rows, all their logits computed, over that of a pass over one."""
    return {str(rows): median(each) / median(times[1]) for rows, each in times.items()}


def main():
    folder, prompts = Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text())
    results = {}
    for name, measure in (("llama.cpp", llama_cpp), ("transformers", transformers)):
        try:
            results[name] = measure(folder, prompts)
        except ImportError as missing:
            print(f"{name} is left out: {missing}", file=sys.stderr)
    json.dump(results, sys.stdout)


main()
