# Every command of the project: `make help`.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:

# More arguments for `terreau build`: make site OPTIONS="--base-url https://exemple.org/projet/"
OPTIONS ?=

# The Swift libraries go into the program: it starts and runs faster, and can be copied to a machine without Swift.
release := swift build --configuration release --static-swift-stdlib -Xlinker -s
programs := .build/release
environment := .venv-tests

# Folders are listed too: their dates tell of files added and removed.
sources := Package.swift $(wildcard Package.resolved) $(shell find Sources templates)

.PHONY: help site preview program test bench clean setup-build setup-test setup-test-packages

help:
	@echo "make site    build the platform of content/ into public/"
	@echo "             (more options: make site OPTIONS=\"--base-url https://exemple.org/projet/\")"
	@echo "make preview show it on http://localhost:8080 while it is written"
	@echo "make test    run every test: Swift, links, HTML, budgets, accessibility in a browser"
	@echo "make bench   measure builds of synthetic platforms of 1,000 and 10,000 pages"
	@echo "make clean   remove what building and testing made; public/ stays"
	@echo
	@echo "Each first installs what it lacks (Debian, Ubuntu): make setup-build, make setup-test."

site: program
	@$(programs)/terreau build $(OPTIONS)

preview: program
	@$(programs)/terreau preview $(OPTIONS)

program: $(programs)/terreau.built

# The stamp is ours: SwiftPM leaves a program's date alone when its sources changed but its code did not.
$(programs)/terreau.built: $(sources) | setup-build
	@echo "Building Terreau (some minutes the first time)…"
	@$(release) --product terreau
	@touch $@

test: setup-test
	@Tests/run

bench: setup-build
	@$(release) --product bench
	@$(programs)/bench --keep --folder /tmp/terreau-bench $(OPTIONS)
	@echo "From save to screen, in a preview (at most 50 ms at 1,000 case studies and 300 ms at 10,000):"
	@for platform in /tmp/terreau-bench/*/; do \
	  python3 Tests/Bench/preview_latency.py $(programs)/terreau "$$platform" || exit 1; \
	done; rm -rf /tmp/terreau-bench

clean:
	rm -rf .build $(environment) Tests/Browser/__pycache__

setup-build:
	@Tests/setup build

setup-test: $(environment)/requirements.txt

$(environment)/requirements.txt: Tests/Browser/requirements.txt | setup-test-packages
	@echo "Installing the Python packages of the browser tests into $(environment)…"
	@python3 -m venv --clear $(environment)
	@$(environment)/bin/python -m pip install --quiet --disable-pip-version-check --use-pep517 --requirement $<
	@cp $< $@

setup-test-packages: setup-build
	@Tests/setup test
