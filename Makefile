# Everything happens in .venv; nothing is installed outside this folder.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCK := requirements.lock
STAMP := $(VENV)/.installed
JOBS ?= auto

.PHONY: run install test check coverage lint format types layers lock clean

run: install ## open the reader on the samples
	$(BIN)/cablegram samples

install: $(STAMP) ## set up .venv with pinned, hashed dependencies

$(STAMP): $(LOCK) pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r $(LOCK)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

test: install ## run the tests
	$(BIN)/python -m pytest -n $(JOBS) --dist worksteal

check: lint types layers test ## everything CI runs

coverage: install ## run the tests, and say which lines and branches none of them goes through
	$(BIN)/python -m pytest -n $(JOBS) --dist worksteal --cov --cov-report=term-missing:skip-covered

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: install ## let ruff mend what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: install
	$(BIN)/mypy

layers: install
	$(BIN)/lint-imports

lock: install ## pin again, with hashes, for every supported Python and platform
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --group dev pyproject.toml --output-file $(LOCK)

clean:
	rm -rf $(VENV) dist build htmlcov .coverage .hypothesis .*_cache
