"""Convert a checkpoint to CTranslate2 int8 and lay it out as an Argos package.

    python pack.py --checkpoint RUN/last.pt --spm WORK/spm.model --out DIR --version 0.2

Writes DIR/translate-th_en-0_2/{metadata.json,model/,sentencepiece.model} and prints the SHA-256 of
model.bin. The averaged weights are taken unless --working is given.
"""

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import sentencepiece
import torch
from ctranslate2.specs import TransformerSpec, common_spec
from torch import Tensor

from model import Shape, sinusoids

Weights = dict[str, Tensor]
POSITIONS = 512


def array(tensor: Tensor) -> np.ndarray:
    """Return float32 numpy data."""
    return tensor.float().contiguous().numpy()


def set_linear(spec: common_spec.LinearSpec, weights: Weights, name: str) -> None:
    """Fill a linear layer."""
    spec.weight, spec.bias = array(weights[f"{name}.weight"]), array(weights[f"{name}.bias"])


def set_norm(spec: common_spec.LayerNormSpec, weights: Weights, name: str) -> None:
    """Fill a layer normalisation."""
    spec.gamma, spec.beta = array(weights[f"{name}.weight"]), array(weights[f"{name}.bias"])


def set_layer(spec, weights: Weights, name: str, *, cross: bool) -> None:  # noqa: ANN001
    """Fill one encoder or decoder layer."""
    set_norm(spec.self_attention.layer_norm, weights, f"{name}.self_norm")
    set_linear(spec.self_attention.linear[0], weights, f"{name}.self_attention.qkv")
    set_linear(spec.self_attention.linear[1], weights, f"{name}.self_attention.out")
    if cross:
        set_norm(spec.attention.layer_norm, weights, f"{name}.cross_norm")
        for i, part in enumerate(("q", "kv", "out")):
            set_linear(spec.attention.linear[i], weights, f"{name}.cross_attention.{part}")
    set_norm(spec.ffn.layer_norm, weights, f"{name}.ffn_norm")
    set_linear(spec.ffn.linear_0, weights, f"{name}.up")
    set_linear(spec.ffn.linear_1, weights, f"{name}.down")


def build_spec(weights: Weights, shape: Shape) -> TransformerSpec:
    """Return the CTranslate2 description of the model."""
    spec = TransformerSpec.from_config((shape.encoder, shape.decoder), shape.heads, pre_norm=True)
    table = array(weights["table"])
    positions = array(sinusoids(POSITIONS, shape.width))
    stacks = ((spec.encoder, "encoder", False), (spec.decoder, "decoder", True))
    for stack, name, cross in stacks:
        embeddings = stack.embeddings if cross else stack.embeddings[0]
        embeddings.weight, embeddings.multiply_by_sqrt_depth = table, True
        stack.position_encodings.encodings = positions
        set_norm(stack.layer_norm, weights, f"{name}_norm")
        for i, layer in enumerate(stack.layer):
            set_layer(layer, weights, f"{name}.{i}", cross=cross)
    spec.decoder.projection.weight = table
    spec.decoder.projection.bias = np.zeros(len(table), np.float32)
    return spec


def write_model(spec: TransformerSpec, spm: Path, folder: Path) -> None:
    """Add the vocabulary (padding row last, as start token), quantise and save."""
    sp = sentencepiece.SentencePieceProcessor(model_file=str(spm))
    pieces = [sp.id_to_piece(i) for i in range(sp.get_piece_size())] + ["<pad>"]
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    spec.config.eos_token, spec.config.unk_token = "</s>", "<unk>"
    spec.config.bos_token = spec.config.decoder_start_token = "<pad>"
    spec.config.add_source_eos = True
    # The padding row was never a target: its logit must not compete.
    spec.decoder.projection.bias[-1] = -1e4
    spec.validate()
    spec.optimize(quantization="int8")
    folder.mkdir(parents=True)
    spec.save(str(folder))


def metadata(version: str, *, reverse: bool) -> dict[str, str]:
    """Return the Argos description of the package."""
    languages = [("th", "Thai"), ("en", "English")]
    source, target = reversed(languages) if reverse else languages
    return {
        "package_version": version,
        "argos_version": "1.9",
        "from_code": source[0],
        "from_name": source[1],
        "to_code": target[0],
        "to_name": target[1],
    }


def main() -> None:
    """Write the package."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--spm", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--version", default="0.2")
    parser.add_argument("--working", action="store_true", help="not the averaged weights")
    parser.add_argument("--reverse", action="store_true", help="an English→Thai model")
    parser.add_argument("--card", type=Path, help="model card to copy as README.md")
    args = parser.parse_args()
    state = torch.load(args.checkpoint, weights_only=False, map_location="cpu")
    weights = state["optimiser"]["master"] if args.working else state["average"]
    pair = "en_th" if args.reverse else "th_en"
    root = args.out / f"translate-{pair}-{args.version.replace('.', '_')}"
    shutil.rmtree(root, ignore_errors=True)
    write_model(build_spec(weights, Shape(**state["shape"])), args.spm, root / "model")
    shutil.copyfile(args.spm, root / "sentencepiece.model")
    text = json.dumps(metadata(args.version, reverse=args.reverse), indent=1) + "\n"
    (root / "metadata.json").write_text(text, encoding="utf-8")
    if args.card:
        shutil.copyfile(args.card, root / "README.md")
    size = sum(p.stat().st_size for p in root.rglob("*") if p.is_file())
    digest = hashlib.sha256((root / "model" / "model.bin").read_bytes()).hexdigest()
    print(f"{root}: {size / 1e6:.1f} MB, model.bin sha256 {digest}")


if __name__ == "__main__":
    main()
