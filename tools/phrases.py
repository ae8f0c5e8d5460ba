"""Find the sentences that the program says: messages and hints of errors, and what commands report.

They are written in English where they are raised, as plain or formatted strings. Here they are read from
the syntax tree, each `{…}` of a formatted string as `{0}`, `{1}`, …, for the catalog of the interface.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: Functions whose first argument is said to a user; of the constructors of errors it is the last one,
#: after a line number or a rule.
_SAID = frozenset({"say", "_say", "echo_error", "BadParameter"})
#: Rooms whose sentences are data: findings and remarks go into catalogs and reports, in one language.
_DATA = frozenset({"checks", "facts"})
#: Names that hold a sentence before it is said.
_HELD = frozenset({"hint", "message", "remedy"})


def phrases(package: Path) -> dict[str, str]:
    """Every sentence of a package with the file it stands in, in the order of the files."""
    found: dict[str, str] = {}
    for path in sorted(package.rglob("*.py")):
        if path.relative_to(package).parts[0] in _DATA:
            continue
        place = path.relative_to(package.parent.parent).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for text in _said(node):
                if any(map(str.isalpha, _literal(text))):
                    found.setdefault(text, place)
    return found


def _said(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if node.args and name.endswith("Error"):
            yield from _templates(node.args[-1])
        elif node.args and name in _SAID:
            yield from _templates(node.args[0])
        for keyword in node.keywords:
            if keyword.arg in _HELD:
                yield from _templates(keyword.value)
    elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        names = [target.id for target in targets if isinstance(target, ast.Name)]
        if any(name in _HELD or name.endswith(("_HINT", "_MESSAGE")) for name in names):
            yield from _templates(node.value)


def _templates(value: ast.expr) -> Iterator[str]:
    """The sentences an expression can be; none where it is a name."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield _escaped(value.value)
    elif isinstance(value, ast.JoinedStr):
        parts, number = [], 0
        for part in value.values:
            if isinstance(part, ast.Constant):
                parts.append(_escaped(str(part.value)))
            else:
                parts.append(f"{{{number}}}")
                number += 1
        yield "".join(parts)
    elif isinstance(value, ast.IfExp):
        yield from _templates(value.body)
        yield from _templates(value.orelse)


def _escaped(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _literal(template: str) -> str:
    return "".join(c for c in template if c not in "{}")
