# Everything a newcomer needs; each target sets up the virtual environment first.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check format docs bench clean

$(BIN)/.ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@

demo: $(BIN)/.ready ## lint the example drafts
	$(BIN)/newslint check --level suggestion --exit-zero examples/drafts

test: $(BIN)/.ready ## run all tests
	$(BIN)/python -m pytest -q -n auto

check: $(BIN)/.ready ## format, lint, types, layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(BIN)/.ready ## put the code in order
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf .venv build dist
