# Everything a newcomer needs; each target sets up the virtual environment first.
PYTHON ?= python3
BIN := .venv/bin
TOPICS := spelling style captions repetition abbreviations draft
GUARDED ?= $(TOPICS:%=newslint/topics/%) newslint/topics/quotes/brackets.py

# Only Pythons that are installed are used. The newest is asked for where a target needs it, since uv brings the answer.
UV := UV_PYTHON_DOWNLOADS=never $(BIN)/uv
NEWEST = $(shell $(UV) python list --only-installed 2>/dev/null | sed -n 's/^cpython-[0-9.]*-[^ ]* *\([^ ]*\).*/\1/p' | head -n 1)
# What may differ with a library or a Python: reading drafts, patterns, the command line. The other tests are of our own code.
SENSITIVE := tests/test_examples.py tests/test_corpus.py tests/parsers tests/config tests/plugins tests/reporters tests/vale tests/packs/test_patterns.py tests/desk/test_drafts.py tests/word tests/cli/test_commands.py tests/lsp/test_server.py
# A newer Python alone changes less: reading, patterns, the command line.
READING := tests/test_examples.py tests/parsers tests/config tests/packs/test_patterns.py tests/word tests/cli/test_commands.py
# Browsers and LibreOffice are the same programs whatever stands in an environment.
OWN := -k "not in_browser and not test_clients"

# One process more than processors: some tests wait for programs, browsers and the network.
WORKERS = $(shell $(BIN)/python -c "import os; print((os.cpu_count() or 1) + 1)")

NPM := npm --prefix editors/vscode

.PHONY: help demo clients code-server extension environments test test-lowest test-newest check guards format docs site bench fuzz clean

help: ## list what can be made
	@sed -n 's/^\([a-z-]*\):[^#]*## /  \1\t/p' $(MAKEFILE_LIST)

$(BIN)/.ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@

demo: $(BIN)/.ready ## lint the example drafts
	$(BIN)/newslint check --level suggestion --exit-zero examples/drafts

clients: $(BIN)/.ready ## what tests of real clients import, as far as it can be had; .ci/clients brings the programs
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[clients,site]' || echo "Skipped: the tests in a browser, the site."
	$(MAKE) --no-print-directory code-server || echo "Skipped: the tests of the extension, or some of them."
	if command -v npm >/dev/null; then $(MAKE) --no-print-directory build/schemas/.ready || echo "Skipped: what Ghost and schema.org say."; fi

# Visual Studio Code's own server, which the tests install the extension in. Nothing of it is compiled: what that would bring
# (passwords, terminals) they don't use. This release runs on Node 20 and newer.
CODE_SERVER := 4.100.3
build/code-server/.ready:
	rm -rf $(@D) && mkdir -p $(@D)
	cd $(@D) && npm pack --silent code-server@$(CODE_SERVER) && tar -xzf *.tgz --strip-components=3 package/lib/vscode && rm *.tgz
	npm --prefix $(@D) install --silent --ignore-scripts --omit=dev --no-audit --no-fund
	touch $@

# The schemas of newsrooms' formats that npm has, and what reads them; the tests of our samples ask these.
SCHEMAS := @tryghost/admin-api-schema@4.7.5 schema-dts@2.1.0 typescript@5.9.3
build/schemas/.ready:
	mkdir -p $(@D)
	npm --prefix $(@D) install --silent --ignore-scripts --no-audit --no-fund $(SCHEMAS)
	touch $@

code-server: extension ## what tests the extension in Visual Studio Code, where npm is installed
	if command -v npm >/dev/null; then $(MAKE) --no-print-directory build/code-server/.ready; fi

extension: ## pack the extension for Visual Studio Code, where npm is installed
	if command -v npm >/dev/null; then $(NPM) ci --silent && $(NPM) run --silent package; else echo "Skipped: npm isn't installed."; fi

test: $(BIN)/.ready ## run all tests
	$(BIN)/python -m pytest -q -n $(WORKERS)

# Each of these environments has its Python in PYTHON and its choice of versions in RESOLUTION.
.venv-lowest/.ready .venv-newest-lowest/.ready: RESOLUTION := lowest-direct
.venv-newest/.ready: RESOLUTION := highest
.venv-lowest/.ready: INTERPRETER = $(BIN)/python
.venv-newest/.ready .venv-newest-lowest/.ready: INTERPRETER = $(NEWEST)
.venv-lowest/.ready .venv-newest/.ready .venv-newest-lowest/.ready: pyproject.toml $(BIN)/.ready
	rm -rf $(@D)
	$(UV) venv --quiet --python $(INTERPRETER) $(@D)
	$(UV) pip install --quiet --python $(@D) --resolution $(RESOLUTION) -e '.[dev]'
	touch $@

environments: .venv-lowest/.ready .venv-newest-lowest/.ready .venv-newest/.ready

test-lowest: .venv-lowest/.ready .venv-newest-lowest/.ready ## try the oldest libraries that pyproject.toml allows
	.venv-lowest/bin/python -m pytest -q -n $(WORKERS) -p no:cacheprovider $(OWN) $(SENSITIVE)
	.venv-newest-lowest/bin/python -m pytest -q -n $(WORKERS) -p no:cacheprovider tests/parsers tests/config

test-newest: .venv-newest/.ready ## try the newest Python installed here
	.venv-newest/bin/python --version
	.venv-newest/bin/python -m pytest -q -n $(WORKERS) -p no:cacheprovider $(OWN) $(READING)

check: $(BIN)/.ready ## format, lint, types, layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

guards: $(BIN)/.ready ## which guards no test holds, of the files and folders in GUARDED
	$(BIN)/python tools/guards.py $(GUARDED)

docs: $(BIN)/.ready ## write anew what the documents take from the code and from runs
	$(BIN)/newslint explain --all --isolated > docs/rules.md
	$(BIN)/python tools/man.py > docs/newslint.1
	$(BIN)/newslint schema config --isolated > docs/config.schema.json
	$(BIN)/newslint schema pack --isolated > docs/pack.schema.json
	$(BIN)/newslint schema reader --isolated > docs/reader.schema.json
	$(BIN)/python -m pytest -q tests/test_docs.py tests/server/test_openapi.py::test_it_says_of_a_report_what_the_contract_says --update-snapshots

site: $(BIN)/.ready ## build the documents into site/, a page for each rule, and follow every link
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[site]'
	$(BIN)/python -m tools.site.pages build/site
	$(BIN)/python -m mkdocs build --quiet --config-file build/site/mkdocs.yml --site-dir $(CURDIR)/site
	$(BIN)/python -m tools.site.links site

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
	rm -rf .venv .venv-lowest .venv-newest .venv-newest-lowest build dist site editors/vscode/node_modules editors/vscode/*.vsix
