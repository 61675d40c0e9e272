# Everything a newcomer needs; each target sets up the virtual environment first.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help demo test check format docs bench fuzz clean

help: ## list what can be made
	@sed -n 's/^\([a-z]*\):[^#]*## /  \1\t/p' $(MAKEFILE_LIST)

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

docs: $(BIN)/.ready ## write anew what the documents take from the code and from runs
	$(BIN)/newslint explain --all --isolated > docs/rules.md
	$(BIN)/newslint schema config --isolated > docs/config.schema.json
	$(BIN)/newslint schema pack --isolated > docs/pack.schema.json
	$(BIN)/python -m pytest -q tests/test_docs.py --update-snapshots

bench: $(BIN)/.ready ## recall by rule, alarms, speed
	$(BIN)/python bench/quality.py
	$(BIN)/python bench/speed.py

SECONDS_OF_FUZZING ?= 600
fuzz: $(BIN)/.ready ## let the adversary spoil drafts for SECONDS_OF_FUZZING, grow them, lay down repositories, kill
	$(BIN)/python -m tools.adversary --seconds $(SECONDS_OF_FUZZING) --seed $$(date +%s)

format: $(BIN)/.ready ## put the code in order
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean: ## remove what was made here
	rm -rf .venv build dist
