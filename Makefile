# `make run` and `make test` do everything on a fresh machine. README.md has the plain commands.
PYTHON ?= python3
PORT ?= 8000
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: run test e2e bench messages

run: $(VENV)/.run-installed
	@PORT=$(PORT) exec $(BIN)/python manage.py run --stop-with $$PPID

test: $(VENV)/.test-installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	@$(BIN)/djade --target-version 5.2 --check $$(find templates -name "*.html")
	$(BIN)/python -m pytest tests --ignore=tests/browser --ignore=tests/benchmarks $(ARGS)

e2e: $(VENV)/.e2e-installed
	.ci/install-chromium
	$(BIN)/python -m pytest tests/browser $(ARGS)

bench: $(VENV)/.e2e-installed
	$(BIN)/python -m tests.benchmarks $(ARGS)

messages: $(VENV)/.run-installed
	askdoctor/locale/update $(BIN)/python

$(VENV)/bin/python:
	@.ci/check-python $(PYTHON)
	$(PYTHON) -m venv $(VENV)

$(VENV)/.%-installed: requirements/%.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes -r $<
	@touch $@
