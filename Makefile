# Everything runs from .venv, made here; nothing needs activating. Python 3.11 or newer and make are all it takes.
PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps

.PHONY: demo test lint types bench bench-llm lock clean

demo: .venv/ready  ## read the example article that ships with Dateline
	@$(BIN)/dateline demo

test: .venv/ready-dev  ## run every test
	@$(BIN)/python -m pytest --cov --cov-report=term:skip-covered -q

lint: .venv/ready-dev  ## style, layers
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/lint-imports

types: .venv/ready-dev  ## strict types
	@$(BIN)/mypy

bench: .venv/ready-dev  ## accuracy and speed, a line each
	@$(BIN)/python -m eval.bench

bench-llm: .venv/ready-dev  ## the articles through a live language model, where DATELINE_LLM_BASE_URL names one
	@$(BIN)/python -m eval.llm

lock: .venv/ready-dev  ## pin every dependency anew, by hash
	@$(BIN)/pip-compile $(LOCK) --output-file=requirements.lock pyproject.toml
	@$(BIN)/pip-compile $(LOCK) --output-file=requirements-dev.lock --all-extras pyproject.toml

LOCK := --quiet --build-deps-for=editable --upgrade --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header

clean:
	@rm -rf .venv

.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dateline needs Python 3.11 or newer; set PYTHON=")'
	@$(PYTHON) -m venv .venv && touch $@

.venv/ready: .venv/made requirements.lock pyproject.toml
	@$(INSTALL) -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/ready-dev: .venv/ready requirements-dev.lock
	@$(INSTALL) -r requirements-dev.lock
	@touch $@
