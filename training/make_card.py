"""Fill the model card: scores of score.py and the hash of the package go into the template.

python make_card.py --package PKG --scores scores.json --log RUN/log.jsonl
"""

import argparse
import hashlib
import json
from pathlib import Path

TEMPLATE = Path(__file__).parent / "MODEL_CARD.template.md"
ROW = "| {set} | {package} | {bleu} | {chrf2} | {empty_per_1000} | {loops_per_1000} |"


def table(scores: dict[str, dict[str, object]]) -> str:
    """Return the Markdown rows of a score file, by set."""
    rows = []
    for key, result in sorted(scores.items(), key=lambda item: item[0].split()[1]):
        package, name = key.split()
        rows.append(ROW.format(set=name, package=package, **result))
    return "\n".join(rows)


def main() -> None:
    """Write PKG/README.md."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--package", type=Path, required=True)
    parser.add_argument("--scores", type=Path, required=True)
    parser.add_argument("--log", type=Path, required=True)
    args = parser.parse_args()
    scores = json.loads(args.scores.read_text(encoding="utf-8"))
    last = json.loads(args.log.read_text(encoding="utf-8").splitlines()[-1])
    weights = (args.package / "model" / "model.bin").read_bytes()
    card = TEMPLATE.read_text(encoding="utf-8").format(
        table=table(scores),
        signatures="; ".join(f"`{s}`" for s in next(iter(scores.values()))["signatures"]),
        sha256=hashlib.sha256(weights).hexdigest(),
        megabytes=round(len(weights) / 1e6, 1),
        tokens=round(last["tokens"] / 1e6, 1),
        steps=f"{last['step']:,}",
        minutes=round(last["seconds"] / 60),
    )
    (args.package / "README.md").write_text(card, encoding="utf-8")


if __name__ == "__main__":
    main()
