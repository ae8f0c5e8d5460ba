"""Write a small checkpoint that training can go on from: weights and average in float16.

    python compact.py --checkpoint RUN/last.pt --out checkpoints/last-fp16.pt

The moments of the optimiser are left out; `train.py` starts them afresh when it finds none. Put the
file in a new run folder as last.pt to go on from it.
"""

import argparse
from pathlib import Path

import torch


def main() -> None:
    """Convert and write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    state = torch.load(args.checkpoint, weights_only=True, map_location="cpu")
    small = {
        "shape": state["shape"],
        "tokens": state["tokens"],
        "seconds": state["seconds"],
        "average": {k: v.half() for k, v in state["average"].items()},
        "optimiser": {"master": {k: v.half() for k, v in state["optimiser"]["master"].items()}},
    }
    args.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(small, args.out)
    print(f"{args.out}: {args.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
