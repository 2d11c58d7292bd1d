# Everything here sets itself up: the first run makes .venv, later runs are quick.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The commit's time, so that the same commit gives the same bytes.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || date +%s)
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve site zip paper check watch sync words gaps stale links newest upgrade transcripts snapshots test second-area lint criteria addresses parity checksum same clean

help: ## show these commands
	@grep -E '^[a-z-]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 14

serve: $(VENV)/site.stamp ## show the site on http://127.0.0.1:8000/ and reload it whenever you save
	$(BIN)/mkdocs serve --livereload

site: $(VENV)/site.stamp ## check the data and build the whole site into site/
	$(BIN)/python -m publish

zip: site ## pack the whole site into one file, to open from a memory stick
	@$(BIN)/python -m publish.offline.zip

paper: $(VENV)/paper.stamp ## set up what makes PDF files, for make site to use

check: $(VENV)/site.stamp ## check the data only
	@$(BIN)/python -m charter check

watch: $(VENV)/site.stamp ## check the data again whenever you save, until you press Ctrl and C
	@$(BIN)/python -m charter check --watch

sync: $(VENV)/site.stamp ## write what is made from the data: the pages of records, and what editors are shown
	@$(BIN)/python -m charter sync

words: $(VENV)/words.stamp ## say how each page reads, and what to write instead of hard words
	@$(BIN)/python -m tests.words

gaps: $(VENV)/site.stamp ## list what is still to decide, to complete or to sign
	@$(BIN)/python -m charter gaps

stale: $(VENV)/site.stamp ## list facts that nobody has checked for more than a year, as of today
	@env -u SOURCE_DATE_EPOCH $(BIN)/python -m charter stale

links: $(VENV)/links.stamp site ## ask every address of another site that the built site links to
	@$(BIN)/python -m tests.links

newest: $(VENV)/site.stamp ## build with the newest versions, beside our own set-up, to see what will break
	@$(BIN)/python -m tools.versions.newest

upgrade: $(VENV)/test.stamp ## raise all pins to the newest versions that go together, and show what changed
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m tools.versions.upgrade

test: $(VENV)/test.stamp ## check everything: data, code, and every page in every state
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

second-area: $(VENV)/test.stamp ## run the tests with another area's data, in every state (make test does it in two)
	@$(BIN)/python -m tests.second_area

transcripts: $(VENV)/test.stamp ## have a screen reader read five pages, and keep what it says
	@$(BIN)/python -m tests.screen_reader

criteria: $(VENV)/test.stamp ## print which check looks at which accessibility rule
	@$(BIN)/python -m a11y criteria

snapshots: $(VENV)/test.stamp ## keep what each kind of page is to a screen reader
	@$(BIN)/python -m tests.accessibility_tree

addresses: site ## add the addresses of new pages and headings, and new words of pledges, to the lists of promises
	@$(BIN)/python -m publish.gates.addresses
	@$(BIN)/python -m charter wordings

parity: $(VENV)/test.stamp ## build the site with three tools, and say what is the same
	@$(BIN)/python -m tests.parity

checksum: site ## build the site, and print one number for all of it
	@$(BIN)/python -m publish.checksum

PYTHONS ?= python3.11 python3.12 python3.13
same: ## build the last commit in fresh clones, and see whether the sites are the same: make same PYTHONS="python3.11 python3.13"
	@$(PYTHON) -m tests.same_bytes $(PYTHONS)

clean: ## remove everything that these commands made
	rm -rf $(VENV) site a11y/engines/node_modules tests/editor/node_modules .pytest_cache .mypy_cache .ruff_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed. Install it, or say: make PYTHON=python3.12 …"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/site.stamp: requirements.txt constraints.txt | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/paper.stamp: $(VENV)/site.stamp publish/requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r publish/requirements.txt
	$(BIN)/python -m publish.pdf.install
	@touch $@

$(VENV)/words.stamp: $(VENV)/site.stamp tests/words/requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r tests/words/requirements.txt
	@touch $@

$(VENV)/links.stamp: $(VENV)/site.stamp tests/links/requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r tests/links/requirements.txt
	@touch $@

$(VENV)/comments.stamp: $(VENV)/site.stamp charter/comments/requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r charter/comments/requirements.txt
	@touch $@

$(VENV)/test.stamp: $(VENV)/paper.stamp $(VENV)/comments.stamp $(VENV)/words.stamp $(VENV)/links.stamp tests/requirements.txt a11y/engines/package-lock.json tests/editor/package-lock.json
	$(BIN)/pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/npm ci --prefix a11y/engines --ignore-scripts --no-audit --no-fund --loglevel error
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/npm ci --prefix tests/editor --ignore-scripts --no-audit --no-fund --loglevel error
	$(BIN)/python -m a11y.browser.install
	@touch $@

