# Everything there is to remember about working on Samrum. `make` alone lists it.
# Kept to what GNU Make 3.81 knows, because that is what macOS has.

PYTHON ?= python3

VENV := .venv
BIN  := $(VENV)/bin
PIP  := $(BIN)/python -m pip

# Material's notice about MkDocs 2 is for those who choose the version; here it is pinned.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help
help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# The site

.PHONY: site
site: $(VENV)/.site ## Build the site into site/
	$(BIN)/mkdocs build --strict
	@echo
	@echo "The site is in site/. 'make serve' shows it at http://127.0.0.1:8000/"

.PHONY: serve
serve: $(VENV)/.site ## Show the site on this machine and follow every edit
	$(BIN)/mkdocs serve --livereload

.PHONY: check
check: $(VENV)/.site ## Check the records and list every mistake
	$(BIN)/samrum check

# The code

.PHONY: test
test: lint browser ## Run every check: style, types, tests, coverage
	$(BIN)/pytest --cov

.PHONY: lint
lint: $(VENV)/.test ## Check style and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

.PHONY: browser
browser: $(VENV)/.test ## See to it that the tests have a browser
	$(BIN)/python tests/browser/provision.py

# Passed over: a file on a disk has no 'self', so its policy seems to refuse all that it loads; and
# Python-Markdown writes <br />, which is as good as <br>.
AUDIT := $(VENV)/audit
VNU = java -jar $(AUDIT)/node_modules/vnu-jar/build/dist/vnu.jar --Werror \
	--skip-non-html --also-check-css --also-check-svg \
	--filterpattern "(Resource violates Content Security Policy|Trailing slash on void).*"

.PHONY: audit
audit: site ## Let W3C's checker read every built page
	@command -v java >/dev/null && command -v npm >/dev/null || { \
		echo "make audit needs Java 17 or newer, and npm; not both are in PATH." >&2; exit 1; }
	@mkdir -p $(AUDIT)
	@cp tests/audit/package.json tests/audit/package-lock.json $(AUDIT)
	@npm ci --prefix $(AUDIT) --ignore-scripts --no-audit --no-fund --silent
	$(VNU) site
	@echo "W3C's checker finds nothing wrong in site/."

.PHONY: pictures
pictures: site browser ## Take the pictures in the README anew
	$(BIN)/python -m tests.browser.pictures site .github/pictures

.PHONY: bench
bench: $(VENV)/.site ## Time Samrum beside other generators; SIZES="1000 10000"
	$(BIN)/python -m tests.benchmarks $(SIZES)

# Both search in a real browser, and build the sites that they search in.

.PHONY: quality
quality: browser ## Ask the search every judged query and count what it finds
	$(BIN)/python -m tests.search.evaluate

.PHONY: wire
wire: browser ## Search on a slow line: what is loaded, and how long it takes
	$(BIN)/python -m tests.search.wire --waterfall

# The environment

.PHONY: lock
lock: $(VENV)/.made ## Pin what pyproject.toml asks for; keep the other pins
	$(PIP) install --quiet "uv>=0.9"
	$(LOCK) --group build --output-file requirements.lock
	$(LOCK) --group build --group test --constraints requirements.lock \
		--output-file requirements-test.lock

.PHONY: upgrade
upgrade: LOCK += --upgrade
upgrade: lock ## Pin the newest release of everything

# One lock for every system and every Python from 3.11 on, naming no package index. One version
# of each package, too ("fewest"): the same bytes are promised whatever the Python. With extras,
# or an older pip takes `coverage[toml]` for another package than the `coverage` that is pinned, and
# wants its newest version.
LOCK = $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--fork-strategy fewest --no-strip-extras --generate-hashes --no-emit-index-url \
	--custom-compile-command "make lock"

.PHONY: clean
clean: ## Remove everything that was made here
	rm -rf $(VENV) .cache site test-results .coverage .coverage.* .hypothesis \
		.mypy_cache .pytest_cache .ruff_cache hooks/samrum.egg-info
	find hooks tests -name __pycache__ -prune -exec rm -rf {} +

# A stamp says what the environment holds, so that nothing is installed twice.

INSTALL_SAMRUM = $(PIP) install --quiet --no-deps --no-build-isolation --editable .

$(VENV)/.site: $(VENV)/.made requirements.lock pyproject.toml
	$(PIP) install --quiet --require-hashes --requirement requirements.lock
	$(INSTALL_SAMRUM)
	@touch $@

# requirements-test.lock holds all of requirements.lock, at the same versions.
$(VENV)/.test: $(VENV)/.made requirements-test.lock pyproject.toml
	$(PIP) install --quiet --require-hashes --requirement requirements-test.lock
	$(INSTALL_SAMRUM)
	@touch $@

$(VENV)/.made:
	@command -v $(PYTHON) >/dev/null || { \
		echo "Samrum needs Python 3.11 or newer, and there is no '$(PYTHON)' here." >&2; \
		echo "Install one, or name it: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Samrum needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) -V 2>&1)." >&2; \
		echo "Name a newer one: make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@
