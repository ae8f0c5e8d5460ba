# Set up and run the project. Every target is idempotent: a second run installs nothing again.
# Needs Python 3.11+ and make; the only network used is the package index, by the set-up.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BN := $(BIN)/bilingual-news
ifeq ($(NO_COLOR),)
PYTEST_FLAGS ?=
else
PYTEST_FLAGS ?= --color=no
endif

.DEFAULT_GOAL := help
.PHONY: help translate export test check format docs golden bench clean

help: ## Show this list.
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

translate: $(VENV)/.installed ## Translate articles/ into locales/ and publish them in site/.
	$(BN) translate
	$(BN) export html --output site

export: $(VENV)/.installed ## Publish the catalogs of locales/ as HTML in site/.
	$(BN) export html --output site

test: $(VENV)/.dev ## Run the tests.
	$(BIN)/python -m pytest $(PYTEST_FLAGS)

check: $(VENV)/.dev ## Everything CI runs: format, lint, types, layers, glossary, docs, wheel, tests.
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BN) glossary lint
	$(BIN)/python -m pytest $(PYTEST_FLAGS) --cov --cov-report=term:skip-covered

format: $(VENV)/.dev ## Format the code and mend what the linter can mend.
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(VENV)/.dev ## Write the generated pages of docs/ anew.
	$(BIN)/python -m tests.docs.generate

golden: $(VENV)/.dev ## Write the expected files of tests/golden/ anew; review the diff.
	BILINGUAL_NEWS_GOLDEN=write $(BIN)/python -m pytest $(PYTEST_FLAGS) tests/golden

bench: $(VENV)/.dev ## Run the benchmarks and print their tables.
	$(BIN)/python -m benchmarks

clean: ## Remove what the targets made; never articles, glossaries or catalogs.
	rm -rf $(VENV) site build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage

# Installed in place, so that a change of the code needs no new installation.
$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.dev: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@ $(VENV)/.installed
