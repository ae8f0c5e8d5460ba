"""Run an Argos package: its tokenizer and CTranslate2, without Argos's own pipeline.

`argostranslate.translate` is not called: it splits sentences with a model that it downloads and with
English rules on Thai, decodes about one sentence a batch, and turns underscores of addresses into
spaces. This module is the only importer of argostranslate and ctranslate2.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
import threading
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, overload

from bilingual_news.errors import ModelError, ModelLoadError, reason
from bilingual_news.model import Hypothesis, ModelInfo
from bilingual_news.repetition import loops

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Tokens a batch, padding included: the flat part of the throughput curve on two cores.
BATCH_TOKENS: Final = 1024
#: Scoring keeps the whole output layer of a batch in memory; small batches stay in the cache.
_SCORE_TOKENS: Final = 256
#: The embedded model's position table ends at 256; a longer input is translated in windows.
WINDOW_TOKENS: Final = 200
_LONGEST_OUTPUT: Final = 250
#: So near to the limit a text is taken for one that was broken off: a sentence of that length is rare.
_NEAR_LIMIT: Final = 5
_RETRY_PENALTY: Final = 1.3
_RETRY_NGRAM: Final = 3
_ARGOS_FOLDERS: Final = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")


class Beam(Sequence[Hypothesis]):
    """The hypotheses of one beam, best first, those that loop last; made into text when asked for.

    Most callers ask for the first alone: of four hypotheses three are never put together.

    Args:
        made: Gives the hypothesis of a number.
        count: How many there are.
    """

    def __init__(self, made: Callable[[int], Hypothesis], count: int) -> None:
        self._made = made
        self._count = count
        self._known: list[Hypothesis] = []

    def __len__(self) -> int:
        """The number of hypotheses."""
        return self._count

    @overload
    def __getitem__(self, index: int) -> Hypothesis: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Hypothesis]: ...

    def __getitem__(self, index: int | slice) -> Hypothesis | Sequence[Hypothesis]:
        """One of them, or several."""
        if index == 0 and self._count:
            while not self._known or (self._known[-1].looped and len(self._known) < self._count):
                self._known.append(self._made(len(self._known)))
            return next((hypothesis for hypothesis in self._known if not hypothesis.looped), self._known[0])
        self._known += [self._made(number) for number in range(len(self._known), self._count)]
        return sorted(self._known, key=lambda hypothesis: hypothesis.looped)[index]


class ArgosEngine:
    """An engine over one Argos package, loaded at the first translation; threads may share it.

    Args:
        info: The package, from `packages.find_model`.
        beam: Beam size; 1 is greedy.
        threads: Batches decoded in parallel, one thread each.
    """

    def __init__(self, info: ModelInfo, *, beam: int = 4, threads: int | None = None) -> None:
        self._info = info
        self._beam = beam
        self._threads = threads or os.cpu_count() or 1
        # Threads may share an engine; each part of it is loaded once, and its environment is the process's.
        self._loading = threading.Lock()

    @property
    def info(self) -> ModelInfo:
        """Which model it runs."""
        return self._info

    def translate(self, sources: Sequence[str]) -> list[Hypothesis]:
        """Translate texts; the best hypothesis of each, loops mended where a retry mends them.

        Raises:
            ModelError: If the model cannot be loaded or run.
        """
        return [found[0] for found in self.alternatives(sources)]

    def alternatives(self, sources: Sequence[str]) -> list[Sequence[Hypothesis]]:
        """The hypotheses of the beam for each text, best first, those that loop last.

        Raises:
            ModelError: If the model cannot be loaded or run.
        """
        unique = list(dict.fromkeys(sources))
        windows = {source: self._windows(source) for source in unique}
        short = [source for source in unique if len(windows[source]) == 1]
        found: dict[str, Sequence[Hypothesis]]
        found = dict(zip(short, self._mended(short, [windows[s][0] for s in short]), strict=True))
        for source in unique:
            if source not in found:
                found[source] = [self._in_windows(windows[source])]
        return [found[source] for source in sources]

    def score(self, sources: Sequence[str], targets: Sequence[str]) -> list[tuple[float, float]]:
        """Mean and minimum log-probability a token of each target given its source.

        Raises:
            ModelError: If the model cannot be loaded or run.
        """
        return [
            (sum(values) / max(len(values), 1), min(values, default=0.0))
            for values in self._log_probs(sources, targets)
        ]

    def _log_probs(self, sources: Sequence[str], targets: Sequence[str]) -> list[list[float]]:
        """Log-probability of each token of each target, end of sentence included."""
        encode = self._tokenizer.encode
        known = {source: encode(source)[:WINDOW_TOKENS] for source in set(sources)}
        try:
            results = self._translator.score_batch(
                [known[source] for source in sources],
                [encode(target)[:_LONGEST_OUTPUT] for target in targets],
                max_batch_size=_SCORE_TOKENS,
                batch_type="tokens",
            )
        except RuntimeError as error:
            raise self._failure(error) from error
        return [result.log_probs for result in results]

    def gains(self, sources: Sequence[str], prefixes: Sequence[str], phrases: Sequence[str]) -> list[float]:
        """Mean log-probability a token of each phrase, given its source and the English before it.

        Raises:
            ModelError: If the model cannot be loaded or run.
        """
        encode = self._tokenizer.encode
        heads = [len(encode(prefix)) if prefix else 0 for prefix in prefixes]
        whole = [f"{prefix} {phrase}".strip() for prefix, phrase in zip(prefixes, phrases, strict=True)]
        log_probs = self._log_probs(sources, whole)
        return [
            # The end-of-sentence token is scored too, and does not belong to the phrase.
            sum(values[head:-1]) / max(len(values[head:-1]), 1)
            for head, values in zip(heads, log_probs, strict=True)
        ]

    def continued(self, sources: Sequence[str], prefixes: Sequence[str]) -> list[Sequence[Hypothesis]]:
        """The hypotheses of the beam for each text that begin with its prefix, best first.

        Raises:
            ModelError: If the model cannot be loaded or run.
        """
        encode = self._tokenizer.encode
        tokens = [encode(source)[:WINDOW_TOKENS] for source in sources]
        return self._run(list(sources), tokens, target_prefix=[encode(prefix) for prefix in prefixes])

    def _failure(self, error: RuntimeError) -> ModelError:
        return ModelError(f"the model failed: {error}.", path=self._info.path, hint="Try another model.")

    def _windows(self, source: str) -> list[list[str]]:
        tokens = self._tokenizer.encode(source)
        return [tokens[i : i + WINDOW_TOKENS] for i in range(0, len(tokens), WINDOW_TOKENS)] or [[]]

    def _in_windows(self, windows: list[list[str]]) -> Hypothesis:
        texts = [self._decode(window) for window in windows]
        parts = [found[0] for found in self._mended(texts, windows)]
        return Hypothesis(
            " ".join(part.text for part in parts),
            sum(part.score for part in parts) / len(parts),
            looped=any(part.looped for part in parts),
            cut=any(part.cut for part in parts),
        )

    def _mended(self, sources: list[str], tokens: list[list[str]]) -> list[Sequence[Hypothesis]]:
        """Decode; where every hypothesis loops or is empty, decode once more with a penalty."""
        found = self._run(sources, tokens)
        bad = [i for i, hypotheses in enumerate(found) if hypotheses[0].looped]
        if bad:
            again = self._run(
                [sources[i] for i in bad],
                [tokens[i] for i in bad],
                repetition_penalty=_RETRY_PENALTY,
                no_repeat_ngram_size=_RETRY_NGRAM,
            )
            for i, hypotheses in zip(bad, again, strict=True):
                if not hypotheses[0].looped:
                    found[i] = hypotheses
        return found

    def _run(
        self, sources: list[str], tokens: list[list[str]], **options: object
    ) -> list[Sequence[Hypothesis]]:
        if not tokens:
            return []
        try:
            results = self._translator.translate_batch(
                tokens,
                beam_size=self._beam,
                num_hypotheses=self._beam,
                max_batch_size=BATCH_TOKENS,
                batch_type="tokens",
                max_decoding_length=_LONGEST_OUTPUT,
                max_input_length=0,
                return_scores=True,
                **options,
            )
        except RuntimeError as error:
            raise self._failure(error) from error
        return [
            self._ranked(source, result.hypotheses, result.scores)
            for source, result in zip(sources, results, strict=True)
        ]

    def _ranked(self, source: str, hypotheses: Sequence[list[str]], scores: list[float]) -> Beam:
        def made(number: int) -> Hypothesis:
            text = self._decode(hypotheses[number])
            cut = len(hypotheses[number]) >= _LONGEST_OUTPUT - _NEAR_LIMIT
            return Hypothesis(text, scores[number], looped=not text or loops(text, source), cut=cut)

        return Beam(made, len(hypotheses))

    def _decode(self, pieces: list[str]) -> str:
        processor = getattr(self._tokenizer, "lazy_processor", None)
        if processor is None:  # BPE packages detokenize with Moses.
            return str(self._tokenizer.decode(pieces)).strip()
        # Not tokenizer.decode: it replaces the underscores of addresses by spaces.
        return str(processor().decode_pieces(pieces)).replace("▁", " ").strip()

    @property
    def _tokenizer(self) -> Any:  # noqa: ANN401 - argostranslate has no types
        with self._loading:
            return self._loaded_tokenizer

    @property
    def _translator(self) -> Any:  # noqa: ANN401 - ctranslate2 has no types
        with self._loading:
            return self._loaded_translator

    @cached_property
    def _loaded_tokenizer(self) -> Any:  # noqa: ANN401 - argostranslate has no types
        with _no_argos_folders():
            from argostranslate.package import Package

        try:
            return Package(self._info.path).tokenizer
        except (OSError, ValueError, AttributeError) as error:
            message = f"the package cannot be loaded: {reason(error)}."
            raise ModelLoadError(message, path=self._info.path, hint="Install it again.") from error

    @cached_property
    def _loaded_translator(self) -> Any:  # noqa: ANN401 - ctranslate2 has no types
        import ctranslate2

        try:
            return ctranslate2.Translator(
                str(self._info.path / "model"),
                device="cpu",
                compute_type="int8",
                inter_threads=self._threads,
                intra_threads=1,
            )
        except (RuntimeError, ValueError) as error:
            message = f"the model cannot be loaded: {error}."
            raise ModelLoadError(message, path=self._info.path, hint="Install it again.") from error


@contextlib.contextmanager
def _no_argos_folders() -> Iterator[None]:
    """Keep the import of argostranslate from making its folders in the user's home.

    Its settings module makes a data, a configuration and a cache folder when imported; none of them
    is used here, and a home may be read-only.
    """
    before = {name: os.environ.get(name) for name in _ARGOS_FOLDERS}
    packages = os.environ.pop("ARGOS_PACKAGES_DIR", None)
    with tempfile.TemporaryDirectory() as scratch:
        os.environ.update(dict.fromkeys(_ARGOS_FOLDERS, scratch))
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    os.environ.pop(name, None)
                else:
                    os.environ[name] = value
            if packages is not None:
                os.environ["ARGOS_PACKAGES_DIR"] = packages
