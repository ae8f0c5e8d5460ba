"""Segmentation rules of a project, from `segmentation.toml`, in the spirit of SRX.

    abbreviations = ["ผบ.ทบ.", "ศอ.บต."]      # no sentence ends after these

    [[rule]]
    name = "slogan"                            # told by `segment --explain`
    break = false                              # true ends a sentence, false keeps it whole
    before = "เที่ยว"                            # regular expression that ends at the space; may be empty
    after = "ไทย"                               # regular expression that begins after the space

Rules are asked in the order of the file, the abbreviations first; the first that matches decides, before
any built-in rule. Expressions see at most 100 characters on either side and may take a limited time: a
rule that backtracks without end is an error that names it, not a hanging run.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bilingual_news.config import read_toml
from bilingual_news.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import regex

FILE_NAME: Final = "segmentation.toml"
#: Characters that an expression may look at on each side of a space.
REACH: Final = 100
#: Seconds that one match may take; a sound expression needs a few microseconds.
TIME_LIMIT: Final = 0.5
_KEYS: Final = {"name": str, "break": bool, "before": str, "after": str}
#: Texts that make a backtracking expression show itself when the file is read.
_PROBES: Final = tuple(
    unit * (REACH // len(unit)) + "!" for unit in ("ก", "a", "1", "ก ", "a.", "ก.", " ", "กา")
)


@dataclass(frozen=True, slots=True)
class UserRule:
    """One rule of a project.

    Attributes:
        name: How explanations and errors call it.
        boundary: Whether it ends a sentence or keeps one whole.
        before: Regular expression for what ends at the space; empty for anything.
        after: Regular expression for what begins after the space; empty for anything.
    """

    name: str
    boundary: bool
    before: str = ""
    after: str = ""

    @property
    def rule(self) -> str:
        """Id of the rule in explanations."""
        return "user-break" if self.boundary else "user-no-break"

    @property
    def abbreviation(self) -> str | None:
        """The abbreviation this rule protects, if it is no more than that."""
        literal = re.sub(r"\\(.)", r"\1", self.before)
        plain = not self.boundary and not self.after and literal.endswith(".")
        return literal if plain and re.escape(literal) == self.before else None


class UserRules:
    """The compiled rules of a project.

    Args:
        rules: The rules in the order in which they are asked.
        path: The file they come from, for errors.
        lines: 1-based line of each rule in that file.

    Raises:
        ConfigError: For an expression that is broken, or that backtracks past the time limit.
    """

    def __init__(
        self, rules: Sequence[UserRule], *, path: Path | None = None, lines: Sequence[int] = ()
    ) -> None:
        self.rules = tuple(rules)
        self._path = path
        self._lines = (*lines, *[None] * (len(self.rules) - len(lines)))
        self._compiled = [
            (
                rule,
                self._compile(number, "before", rule.before, "$"),
                self._compile(number, "after", rule.after),
            )
            for number, rule in enumerate(self.rules)
        ]
        for probe in _PROBES:
            self.decide(f"{probe} {probe}", (len(probe),))

    @property
    def digest(self) -> str:
        """Short hash of the rules; part of the signature of a catalog."""
        content = repr([(rule.boundary, rule.before, rule.after) for rule in self.rules])
        return hashlib.sha256(content.encode()).hexdigest()[:12]

    def decide(self, text: str, spaces: Sequence[int]) -> Mapping[int, UserRule]:
        """The first rule that matches at each space; spaces without any are left out.

        Raises:
            ConfigError: If a rule takes longer than the time limit.
        """
        found: dict[int, UserRule] = {}
        for position in spaces:
            before, after = (
                text[max(0, position - REACH) : position],
                text[position + 1 : position + 1 + REACH],
            )
            for number, (rule, left, right) in enumerate(self._compiled):
                try:
                    if left.search(before, timeout=TIME_LIMIT) and right.match(after, timeout=TIME_LIMIT):
                        found[position] = rule
                        break
                except TimeoutError as error:
                    message = f"rule {rule.name!r} takes too long to match: its expression backtracks."
                    hint = "Write it without a repetition inside a repetition."
                    raise ConfigError(
                        message, path=self._path, line=self._lines[number], hint=hint
                    ) from error
        return found

    def _compile(self, number: int, key: str, pattern: str, end: str = "") -> regex.Pattern[str]:
        import regex  # the one engine in Python whose matches can be limited in time

        try:
            return regex.compile(f"(?:{pattern}){end}")
        except regex.error as error:
            name = self.rules[number].name
            message = f"rule {name!r}: {key!r} is not a regular expression: {error}."
            raise ConfigError(message, path=self._path, line=self._lines[number], hint="Mend it.") from error


def abbreviation_rule(form: str) -> UserRule:
    """The rule that keeps an abbreviation and what follows it together."""
    return UserRule(f"abbreviation {form}", boundary=False, before=re.escape(form))


def load_user_rules(path: Path) -> UserRules | None:
    """Read the rules of a project; None if there is no such file.

    Raises:
        ConfigError: For a file that is no TOML, an unknown key, a value of the wrong type, or an
            expression that cannot be used; the error names the rule and its line.
    """
    if not path.is_file():
        return None
    table, content = read_toml(path)
    lines = [number for number, line in enumerate(content.splitlines(), 1) if line.strip() == "[[rule]]"]
    unknown = sorted(set(table) - {"abbreviations", "rule"})
    if unknown:
        message = f"unknown key {unknown[0]!r}; known are 'abbreviations' and [[rule]]."
        raise ConfigError(message, path=path, hint="Mend the spelling or remove it.")
    short = _abbreviations(table.get("abbreviations", []), path)
    rules = _rules(table.get("rule", []), lines, path)
    return UserRules([*short, *rules], path=path, lines=[1] * len(short) + lines)


def _abbreviations(value: object, path: Path) -> list[UserRule]:
    if not isinstance(value, list) or not all(isinstance(form, str) and form.strip() for form in value):
        message = f"'abbreviations' must be a list of texts, not {value!r}."
        raise ConfigError(message, path=path, hint='Write abbreviations = ["ผบ.ทบ."].')
    return [abbreviation_rule(form) for form in value]


def _rules(value: object, lines: list[int], path: Path) -> list[UserRule]:
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise ConfigError("'rule' must be written as [[rule]].", path=path, hint="See docs/segmentation.md.")
    found: list[UserRule] = []
    for number, entry in enumerate(value):
        line = lines[number] if number < len(lines) else None
        found.append(_rule(entry, number, path, line))
    return found


def _rule(entry: dict[str, object], number: int, path: Path, line: int | None) -> UserRule:
    name = str(entry.get("name", f"#{number + 1}"))
    for key, value in entry.items():
        if key not in _KEYS:
            message = f"rule {name!r}: unknown key {key!r}; known are {', '.join(_KEYS)}."
            raise ConfigError(message, path=path, line=line, hint="Mend the spelling or remove it.")
        if not isinstance(value, _KEYS[key]):
            message = f"rule {name!r}: {key!r} must be of type {_KEYS[key].__name__}, not {value!r}."
            raise ConfigError(message, path=path, line=line, hint="Mend the value.")
    if "break" not in entry:
        message = f"rule {name!r} does not say whether it breaks."
        raise ConfigError(message, path=path, line=line, hint="Add break = true or break = false.")
    if not entry.get("before") and not entry.get("after"):
        message = f"rule {name!r} has neither 'before' nor 'after' and would match every space."
        raise ConfigError(message, path=path, line=line, hint="Say what stands around the space.")
    return UserRule(name, bool(entry["break"]), str(entry.get("before", "")), str(entry.get("after", "")))


def write_user_rules(rules: Sequence[UserRule]) -> str:
    """The content of a `segmentation.toml` that holds these rules in this order.

    Abbreviations are asked first, so that only those before the first other rule go to their list.
    """
    leading = 0
    while leading < len(rules) and rules[leading].abbreviation:
        leading += 1
    lines: list[str] = []
    if leading:
        forms = (rule.abbreviation or "" for rule in rules[:leading])
        lines += ["abbreviations = [" + ", ".join(map(_quoted, forms)) + "]", ""]
    for rule in rules[leading:]:
        lines += ["[[rule]]", f"name = {_quoted(rule.name)}", f"break = {str(rule.boundary).lower()}"]
        lines += [
            f"{key} = {_quoted(value)}"
            for key, value in (("before", rule.before), ("after", rule.after))
            if value
        ]
        lines.append("")
    return "\n".join(lines)


def _quoted(value: str) -> str:
    """A TOML basic string; control characters, which no rule needs, are escaped."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\x00-\x1f\x7f]", lambda match: f"\\u{ord(match[0]):04x}", escaped) + '"'
