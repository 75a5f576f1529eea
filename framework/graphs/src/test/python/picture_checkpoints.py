"""Makes the tiny checkpoints idefics3 and llava-siglip of the tests, and records what transformers computes from them.

    python framework/graphs/src/test/python/picture_checkpoints.py

Needs torch, transformers, safetensors and pillow. Tokenizers, chat templates and the pictures are those of the fixtures smolvlm
and llava. What is written: fixtures/NAME here, processors/NAME in framework/media. Made with transformers 5.24.0 and torch 2.15.0.
"""
import json
import shutil
import tempfile
from pathlib import Path

import torch
from PIL import Image
from safetensors.torch import load_file, save_file
from transformers import (
    Idefics3Config,
    Idefics3ForConditionalGeneration,
    Idefics3Processor,
    LlavaConfig,
    LlavaForConditionalGeneration,
    LlavaProcessor,
    PreTrainedTokenizerFast,
)
from transformers.models.idefics3.image_processing_pil_idefics3 import Idefics3ImageProcessorPil
from transformers.models.siglip.image_processing_pil_siglip import SiglipImageProcessorPil

TESTS = Path(__file__).resolve().parents[1]
FIXTURES = TESTS / "resources" / "fixtures"
PROCESSORS = TESTS.parents[2] / "media" / "src" / "test" / "resources" / "processors"
TEMPLATES = TESTS / "resources" / "chat" / "templates.json"
QUESTION = "What is left of the blue cube?"
PARENTS = [-1, 0, 0, 1, 1, 2, 3]
GREEDY = 24
WORDS = range(20, 480)  # ids that are no marks

TEXT = {
    "hidden_size": 64,
    "intermediate_size": 96,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "max_position_embeddings": 2048,
    "vocab_size": 512,
    "rms_norm_eps": 1e-5,
    "tie_word_embeddings": False,
}
# As published: what is the family's default is left out.
VISION = {"hidden_size": 48, "intermediate_size": 80, "num_hidden_layers": 2, "num_attention_heads": 3}


def main():
    torch.manual_seed(3)
    idefics3()
    llava_siglip()


def idefics3():
    """Tiles of 50 pixels, of which patches of 8 leave a margin; squares of 3 x 3 patches become a row; 2 x 1 tiles."""
    prepare = Idefics3ImageProcessorPil(size={"longest_edge": 100}, max_image_size={"longest_edge": 50})
    config = {
        "architectures": ["Idefics3ForConditionalGeneration"],
        "model_type": "idefics3",
        "image_token_id": 493,
        "scale_factor": 3,
        "tie_word_embeddings": False,
        "torch_dtype": "bfloat16",
        "text_config": TEXT | {"model_type": "llama", "rope_theta": 10000.0, "bos_token_id": 489, "eos_token_id": 491,
                               "pad_token_id": 490},
        "vision_config": VISION | {"model_type": "idefics3", "image_size": 50, "patch_size": 8},
    }
    known = json.loads(json.dumps(config))
    known["vision_config"]["model_type"] = "idefics3_vision"
    model = Idefics3ForConditionalGeneration(Idefics3Config(**known))
    picture = Image.open(PROCESSORS / "smolvlm" / "image.png").convert("RGB").crop((20, 0, 46, 61))
    write("idefics3", "smolvlm", model, config, picture, prepare,
          lambda tokenizer, template: Idefics3Processor(prepare, tokenizer, image_seq_len=4, chat_template=template))


def llava_siglip():
    """SigLIP's last block with all of its rows, as in the checkpoints that have it; a decoder with biases."""
    prepare = SiglipImageProcessorPil(size={"height": 60, "width": 60})
    config = {
        "architectures": ["LlavaForConditionalGeneration"],
        "model_type": "llava",
        "image_seq_length": 16,
        "image_token_index": 510,
        "projector_hidden_act": "gelu",
        "vision_feature_layer": -1,
        "vision_feature_select_strategy": "full",
        "tie_word_embeddings": False,
        "torch_dtype": "bfloat16",
        "text_config": TEXT | {"model_type": "qwen2", "rope_theta": 1000000.0, "bos_token_id": 1, "eos_token_id": 2,
                               "pad_token_id": 511},
        "vision_config": VISION | {"model_type": "siglip_vision_model", "image_size": 60, "patch_size": 14,
                                   "vision_use_head": False},
    }
    model = LlavaForConditionalGeneration(LlavaConfig(**json.loads(json.dumps(config))))
    picture = Image.open(PROCESSORS / "llava" / "image.png").convert("RGB")
    write("llava-siglip", "llava", model, config, picture, prepare,
          lambda tokenizer, template: LlavaProcessor(prepare, tokenizer, patch_size=14, chat_template=template,
                                                     vision_feature_select_strategy="full",
                                                     num_additional_image_tokens=0))


def write(name, like, model, config, picture, prepare, processor):
    folder = fresh(FIXTURES / name)
    shutil.copy(FIXTURES / like / "tokenizer.json", folder)
    shutil.copy(FIXTURES / like / "generation_config.json", folder)
    (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n")
    fill(model)
    with tempfile.TemporaryDirectory() as written:
        model.save_pretrained(written)
        tensors = load_file(Path(written) / "model.safetensors")
    save_file({published(key): value.to(torch.bfloat16) for key, value in tensors.items()},
              folder / "model.safetensors", metadata={"format": "pt"})

    prepared = fresh(PROCESSORS / name)
    picture.save(prepared / "image.png")
    described = {key: value for key, value in prepare.to_dict().items() if not key.startswith("_")}
    (prepared / "preprocessor_config.json").write_text(json.dumps(described, indent=2) + "\n")

    chat = next(each for each in json.loads(TEMPLATES.read_text()) if each["name"] == like)
    tokenizer = PreTrainedTokenizerFast(tokenizer_file=str(folder / "tokenizer.json"), **chat["tokens"])
    processor = processor(tokenizer, chat["template"])
    words = [{"role": "user", "content": [{"type": "image"}, {"type": "text", "text": QUESTION}]}]
    text = processor.apply_chat_template(words, add_generation_prompt=True)
    inputs = processor(text=text, images=[picture], return_tensors="pt")
    pixels = inputs["pixel_values"].float()
    (prepared / "pixel_values.f32").write_bytes(pixels.numpy().tobytes())
    read = type(model).from_pretrained(folder, dtype=torch.float32).eval()  # from the files, as they are published
    record(folder, read, inputs["input_ids"][0].tolist(), pixels, {
        key: value for key, value in inputs.items() if key.startswith("pixel")})


def published(key):
    """The name that a tensor has in published checkpoints, which keep one that transformers 5 leaves out."""
    return key.replace("vision_tower.", "vision_tower.vision_model.")


def fill(model):
    """Random weights in the type they are stored in, of a size that makes laws neither flat nor certain."""
    with torch.no_grad():
        for name, value in model.named_parameters():
            if value.dim() < 2:
                value.normal_(1 if "norm" in name and name.endswith("weight") else 0, 0.1)
            elif "embed" in name:
                value.normal_(0, 1)
            else:
                value.normal_(0, 1.2 * (value[0].numel() ** -0.5))
            if "lm_head" in name:
                value.mul_(2)
            value.copy_(value.to(torch.bfloat16))
    model.eval()


def record(folder, model, prompt, pixels, given):
    logits = lambda tokens: model(input_ids=torch.tensor([tokens]), **given).logits[0]  # noqa: E731
    with torch.no_grad():
        generator = torch.Generator().manual_seed(5)
        forced = [WORDS[i] for i in torch.randint(len(WORDS), (8,), generator=generator).tolist()]
        tree = forced[:7]
        greedy = []
        while len(greedy) < GREEDY:
            two = logits(prompt + greedy)[-1].topk(2)
            assert two.values[0] - two.values[1] > 1e-3, "two tokens are nearly tied; take another seed"
            greedy.append(two.indices[0].item())
        rows = features(model, given)
        tensors = {
            "encoder.input": pixels.reshape(-1, *pixels.shape[-3:]),
            "encoder.rows": rows,
            "prompt.logits": logits(prompt),
            "forced.logits": logits(prompt + forced)[-8:],
            "tree.logits": torch.stack([logits(prompt + path(tree, node))[-1] for node in range(7)]),
        }
    save_file({key: value.float().contiguous() for key, value in tensors.items()}, folder / "expected.safetensors")
    placeholder = model.config.image_token_id
    (folder / "expected.json").write_text(json.dumps({
        "prompt": prompt, "forced": forced, "greedy": greedy, "tree": tree, "parents": PARENTS,
        "placeholder": placeholder}))
    print(folder.name, "columns", len(prompt), "rows", rows.shape[0], "logits", tensors["prompt.logits"].std().item())


def path(tree, node):
    return [] if node < 0 else path(tree, PARENTS[node]) + [tree[node]]


def features(model, given):
    """What the connector gives, (rows of all tiles, width of the decoder)."""
    pooled = model.model.get_image_features(**given, return_dict=True).pooler_output
    pooled = torch.cat(list(pooled)) if isinstance(pooled, (list, tuple)) else pooled
    return pooled.reshape(-1, pooled.shape[-1])


def fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


if __name__ == "__main__":
    main()
