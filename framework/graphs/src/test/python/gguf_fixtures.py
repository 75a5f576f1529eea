"""Makes the GGUF files of the tests that the reference's converters did not make.

    python gguf_fixtures.py qwen3          fixtures/qwen3/model-F32.gguf from model.safetensors
    python gguf_fixtures.py sentencepiece  tokenizers/metaspace-bpe-*/model.gguf from tokenizer.json

Needs numpy, safetensors and gguf 0.19. Names of tensors and keys are those of the package gguf, not of the code under test.
"""

import json
import sys
from pathlib import Path

import gguf
import numpy
from safetensors import safe_open

RESOURCES = Path(__file__).parent.parent / "resources"


def qwen3():
    folder = RESOURCES / "fixtures" / "qwen3"
    config = json.loads((folder / "config.json").read_text())
    writer = gguf.GGUFWriter(folder / "model-F32.gguf", "qwen3")
    writer.add_block_count(config["num_hidden_layers"])
    writer.add_context_length(config["max_position_embeddings"])
    writer.add_embedding_length(config["hidden_size"])
    writer.add_feed_forward_length(config["intermediate_size"])
    writer.add_head_count(config["num_attention_heads"])
    writer.add_head_count_kv(config["num_key_value_heads"])
    writer.add_key_length(config["head_dim"])
    writer.add_value_length(config["head_dim"])
    writer.add_rope_freq_base(config["rope_theta"])
    writer.add_layer_norm_rms_eps(config["rms_norm_eps"])
    byte_pairs(writer, folder)
    names = gguf.get_tensor_name_map(gguf.MODEL_ARCH.QWEN3, config["num_hidden_layers"])
    with safe_open(folder / "model.safetensors", "numpy") as tensors:
        for name in tensors.keys():
            stored = names.get_name(name, try_suffixes=(".weight", ".bias"))
            writer.add_tensor(stored, tensors.get_tensor(name).astype(numpy.float32))
    close(writer)


def byte_pairs(writer, folder):
    tokenizer = json.loads((folder / "tokenizer.json").read_text())
    added = {token["id"]: token for token in tokenizer["added_tokens"]}
    ids = dict(tokenizer["model"]["vocab"]) | {token["content"]: token["id"] for token in added.values()}
    tokens = sorted(ids, key=ids.get)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("qwen2")
    writer.add_token_list(tokens)
    writer.add_token_types([added_type(added.get(ids[token])) for token in tokens])
    writer.add_token_merges([merge if isinstance(merge, str) else " ".join(merge) for merge in tokenizer["model"]["merges"]])


def sentencepiece():
    vocabulary("metaspace-bpe-llama2", starts_with_space=True, begin="<s>", end="</s>")
    vocabulary("metaspace-bpe-gemma", starts_with_space=False, begin="<bos>", end="<eos>")


def vocabulary(name, starts_with_space, begin, end):
    """As SentencePiece scores BPE: the piece that was merged nth has -n, characters come after all merges."""
    folder = RESOURCES / "tokenizers" / name
    tokenizer = json.loads((folder / "tokenizer.json").read_text())
    added = {token["id"]: token for token in tokenizer["added_tokens"]}
    ids = dict(tokenizer["model"]["vocab"]) | {token["content"]: token["id"] for token in added.values()}
    tokens = sorted(ids, key=ids.get)
    rank = {}
    for merge in tokenizer["model"]["merges"]:
        rank.setdefault("".join(merge.split(" ") if isinstance(merge, str) else merge), len(rank))
    types, scores = [], []
    for token in tokens:
        kind = added_type(added.get(ids[token]))
        if token == "<unk>":
            kind = gguf.TokenType.UNKNOWN
        elif kind == gguf.TokenType.NORMAL and token.startswith("<0x") and token.endswith(">"):
            kind = gguf.TokenType.BYTE
        types.append(kind)
        ranked = -float(rank.get(token, len(rank) + ids[token]))
        scores.append(ranked if kind == gguf.TokenType.NORMAL else 0.0)
    writer = gguf.GGUFWriter(folder / "model.gguf", "llama")
    writer.add_tokenizer_model("llama")
    writer.add_token_list(tokens)
    writer.add_token_scores(scores)
    writer.add_token_types(types)
    writer.add_bos_token_id(ids[begin])
    writer.add_eos_token_id(ids[end])
    writer.add_unk_token_id(ids["<unk>"])
    if not starts_with_space:  # else as by default
        writer.add_add_space_prefix(False)
    close(writer)


def added_type(token):
    if token is None:
        return gguf.TokenType.NORMAL
    return gguf.TokenType.CONTROL if token["special"] else gguf.TokenType.USER_DEFINED


def close(writer):
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


if __name__ == "__main__":
    {"qwen3": qwen3, "sentencepiece": sentencepiece}[sys.argv[1]]()
