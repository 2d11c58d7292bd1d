# Everything here sets itself up: the first run makes .venv, later runs are quick.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PATH := $(CURDIR)/$(BIN):$(PATH)
# The commit's time, so that the same commit gives the same bytes.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct || \
  { echo "Git does not say when this was committed, so today's date stands on it." >&2; date +%s; })
export NO_MKDOCS_2_WARNING := 1
# What Python has compiled stays beside the code: a fifth of make quick would go into it again.
unexport PYTHONDONTWRITEBYTECODE
LINT := ruff check -q . && ruff format -q --check . && mypy
TIMED := $(BIN)/python -m tools.timed

# A folder in .build to work in, empty: never somebody else's.
begin = $(PYTHON) -m tools.remove_made $(1) && \
  { test -d .build || { mkdir .build && touch .build/CACHEDIR.TAG; }; }

.DEFAULT_GOAL := help
.PHONY: help new serve site zip paper check watch sync words gaps stale links newest audit lock \
  change quick test weekly old-browsers fuzz transcripts snapshots criteria addresses parity \
  checksum build-times same clean

help: ## show these commands
	@grep -E '^[a-z-]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 14

serve: $(VENV)/site.stamp ## show the site on http://127.0.0.1:8000/ and reload it whenever you save
	@python -m charter check && mkdocs serve --livereload

site: $(VENV)/site.stamp ## check the data and build the whole site into site/
	python -m publish

zip: site ## pack the whole site into one file, to open from a memory stick
	@python -m publish.offline.zip

paper: $(VENV)/pdf.stamp ## set up what makes PDF files, for make site to use

check: $(VENV)/site.stamp ## check the data only
	@python -m charter check

watch: $(VENV)/site.stamp ## check the data again whenever you save, until you press Ctrl and C
	@python -m charter check --watch

new: $(VENV)/site.stamp ## begin a record, with the help of each field in it: make new WHAT=case-study ID=my-story
	@python -m charter new "$(WHAT)" "$(ID)"

sync: $(VENV)/site.stamp ## write what editors are shown: schemas and the list of fields
	@python -m charter sync

words: $(VENV)/words.stamp ## say how each page reads, and what to write instead of hard words
	@python -m tests.words

gaps: $(VENV)/site.stamp ## list what is still to decide, to complete or to sign
	@python -m charter gaps

SINCE ?= main
change: $(VENV)/pictures.stamp ## show what a change does, in .build/change: make change SINCE=main
	@$(call begin,.build/change)
	python -m charter changes-since "$(SINCE)" --to .build/change
	python -m zipfile -e .build/change/site/formats/charter.zip .build/change/whole
	mv .build/change/whole/* .build/change/whole/site
	python -m a11y.photos .build/change/site .build/change/whole/pictures < .build/change/report/pages.txt

stale: $(VENV)/site.stamp ## list sources that nobody has read for more than a year, as of today
	@env -u SOURCE_DATE_EPOCH python -m charter stale

quick: $(VENV)/test.stamp ## check code and data, without a built site, in about a minute
	@$(TIMED) '$(LINT)' 'pytest -m "not build and not browser and not slow and not weekly"'

test: $(VENV)/test.stamp ## check everything that must hold before a change lands
	@$(TIMED) '$(LINT)' 'pytest -m "not weekly"'

weekly: $(VENV)/weekly.stamp ## check what takes long: other generators, old browsers, other Pythons
	@$(TIMED) 'pytest -m "weekly or look"'

newest: $(VENV)/test.stamp ## build with the newest versions, beside our set-up: what will break?
	@$(call begin,.build/newest) && python -m venv .build/newest
	@sed -nE 's/^  "(mkdocs)==.*/\1<2/p; s/^  "([^";]+)==.*/\1/p; /^words/q' pyproject.toml \
	  > .build/newest.txt # mkdocs 2 has other themes and no macros (decision 2)
	.build/newest/bin/pip install --quiet -r .build/newest.txt
	.build/newest/bin/pip freeze
	.build/newest/bin/python -m publish --to .build/newest/site

old-browsers: $(VENV)/weekly.stamp ## try what people come to do in browsers of 2021 to 2023, Firefox and WebKit
	@$(TIMED) 'pytest tests/test_old_browsers.py tests/test_printed_elsewhere.py'

links: $(VENV)/links.stamp site ## ask every address of another site that the built site links to
	@python -m tests.links

AUDITED := locks/test.txt locks/map.txt locks/audit.txt a11y/engines tests/editor tests/old_browsers
audit: $(VENV)/audit.stamp ## ask whether a package that we use has a known hole
	@failed=0; for one in $(AUDITED); do echo "$$one:"; \
	  if [ -d $$one ]; then npm audit --prefix $$one; \
	  else pip-audit --strict --disable-pip --require-hashes --progress-spinner off -r $$one; fi || \
	  { failed=1; echo "$$one: there is a known hole, or nobody could be asked."; }; \
	  done; exit $$failed

# Packages and their reasons stand in pyproject.toml: a lock file for each use, all from one choice.
COMPILE = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-annotate --custom-compile-command "make lock" $(OPTIONS)
lock: $(VENV)/test.stamp ## choose exact versions of all that packages bring: make lock OPTIONS=-U
	$(COMPILE) --group test -o locks/test.txt
	$(COMPILE) --group map -c locks/test.txt -o locks/map.txt
	$(COMPILE) --group site -c locks/test.txt -o requirements.txt
	$(COMPILE) --group audit -c locks/test.txt -o locks/audit.txt
	for one in pdf words links comments; do \
	  $(COMPILE) --group site --group $$one -c locks/test.txt -o locks/$$one.txt || exit; done

fuzz: $(VENV)/test.stamp ## spoil data, pages, settings and builds in thousands of new ways, and see that each ends well or in a clear message
	@SPOILT_INPUT_EXAMPLES=$${SPOILT_INPUT_EXAMPLES:-5000} SPOILT_MINUTES=$${SPOILT_MINUTES:-20} \
	  pytest -n 0 tests/test_spoilt_input.py tests/test_spoilt_builds.py

transcripts: $(VENV)/test.stamp site ## have a screen reader read five pages, and keep what it says
	@python -m tests.screen_reader

criteria: $(VENV)/test.stamp ## show which check looks at which accessibility rule
	@python -m a11y criteria

snapshots: $(VENV)/test.stamp ## keep what each kind of page is to a screen reader
	@python -m tests.accessibility_tree

addresses: site ## add addresses of new pages and headings, and new words of pledges, to the promises
	@python -m publish.gates.addresses
	@python -m charter wordings

parity: $(VENV)/test.stamp ## build the site with three tools, and say what is the same
	@pytest -n 0 tests/test_parity.py

build-times: $(VENV)/test.stamp ## print how long builds take, beside plain Material and with many stories
	@python -m tests.build_times

checksum: site ## build the site, and print one number for all of it
	@python -m publish.checksum

PYTHONS ?= python3.11 python3.12 python3.13
ELSEWHERE := env -u MAKEFLAGS -u MAKELEVEL -u SOURCE_DATE_EPOCH TZ=Pacific/Auckland LC_ALL=C
same: ## build the last commit with each Python, elsewhere, and compare every file of the sites
	@$(call begin,.build/same)
	@for python in $(PYTHONS); do git clone -q . .build/same/$$python && \
	  ( cd .build/same/$$python && $(ELSEWHERE) make -s PYTHON=$$python paper site && \
	    .venv/bin/python -m publish.checksum --each > ../$$python.txt ) || exit; done
	@for python in $(PYTHONS); do diff .build/same/$(firstword $(PYTHONS)).txt \
	  .build/same/$$python.txt || exit; done; echo "The same bytes."

clean: ## remove everything that these commands made
	@$(PYTHON) -m tools.remove_made

$(BIN)/python:
	@$(PYTHON) -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed. Install it, or say: make PYTHON=python3.12 …"; exit 1; }
	$(PYTHON) -m venv $(VENV)

# Nothing is installed whose fingerprint is not in the lock file.
PIP := $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes
$(VENV)/site.stamp: requirements.txt | $(BIN)/python
	$(PIP) -r $<
	@touch $@

$(VENV)/%.stamp: locks/%.txt | $(VENV)/site.stamp
	$(PIP) -r $<
	@touch $@

$(VENV)/pdf.stamp: locks/pdf.txt | $(VENV)/site.stamp
	$(PIP) -r $<
	python -m tools.system_packages pdf
	@touch $@

# Enough of the packages for tests to take pictures with a browser that is there.
$(VENV)/pictures.stamp: locks/test.txt | $(VENV)/site.stamp
	$(PIP) -r $<
	@touch $@

NPM := npm ci --ignore-scripts --no-audit --no-fund --loglevel error --prefix
$(VENV)/test.stamp: locks/test.txt a11y/engines/package-lock.json tests/editor/package-lock.json \
  | $(BIN)/python
	$(PIP) -r $<
	$(NPM) a11y/engines
	$(NPM) tests/editor
	python -m tools.system_packages
	@touch $(VENV)/site.stamp $(VENV)/pdf.stamp $(VENV)/words.stamp $(VENV)/links.stamp
	@touch $(VENV)/comments.stamp $@

$(VENV)/weekly.stamp: tests/old_browsers/package-lock.json | $(VENV)/test.stamp
	$(NPM) tests/old_browsers
	python -m tools.system_packages weekly
	@touch $@
