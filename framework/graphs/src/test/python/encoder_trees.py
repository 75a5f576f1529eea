"""Adds to the fixtures whisper, vit-gpt2 and trocr of the tests what transformers gives for each node of a tree after the prompt.

    python framework/graphs/src/test/python/encoder_trees.py

Needs torch, transformers and safetensors. Made with transformers 5.24.0 and torch 2.15.0.
"""
import json
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from transformers import VisionEncoderDecoderModel, WhisperForConditionalGeneration

FIXTURES = Path(__file__).resolve().parents[1] / "resources" / "fixtures"
PARENTS = [-1, 0, 0, 1, 1, 2, 3]


def main():
    add("whisper", WhisperForConditionalGeneration, "input_features")
    add("vit-gpt2", VisionEncoderDecoderModel, "pixel_values")
    add("trocr", VisionEncoderDecoderModel, "pixel_values")


def add(name, family, given):
    folder = FIXTURES / name
    model = family.from_pretrained(folder, dtype=torch.float32).eval()
    facts = json.loads((folder / "expected.json").read_text())
    tensors = load_file(folder / "expected.safetensors")
    heard = {given: tensors["encoder.input"]}
    tree = facts["forced"][:len(PARENTS)]

    def logits(tokens):
        return model(**heard, decoder_input_ids=torch.tensor([tokens])).logits[0]

    with torch.no_grad():
        again = logits(facts["prompt"])
        assert (again - tensors["prompt.logits"][0]).abs().max() < 1e-5, "these are not the recorded logits"
        tensors["tree.logits"] = torch.stack(
            [logits(facts["prompt"] + path(tree, node))[-1] for node in range(len(PARENTS))])
    save_file(tensors, folder / "expected.safetensors")
    (folder / "expected.json").write_text(json.dumps(facts | {"tree": tree, "parents": PARENTS}))


def path(tree, node):
    return [] if node < 0 else path(tree, PARENTS[node]) + [tree[node]]


if __name__ == "__main__":
    main()
