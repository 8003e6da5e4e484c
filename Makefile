# What `make` alone does: build, and draw the articles in seeds/.
#   make graphs    install what is missing, build, draw seeds/ into graphs/
#   make test      install what is missing, run all tests; with CI=true nothing is skipped
#   make install   install program, knowledge and completions under PREFIX (/usr/local)
#   make fuzz      give every reader damaged input for a minute; FUZZ=600 for longer, SEED= and CASE= to have one again
#   make dist      a tarball that runs without Swift installed
#   make bench     build the static program and time it; BENCH=--peers compares with other finders of names
#   make format    lay out the sources;   make lint   complain where they aren't

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := graphs

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
VERSION := $(shell sed -n 's/.*version: "entente \(.*\)",/\1/p' Sources/EntenteCLI/Program.swift)

RELEASE := -c release
# At a fixed address: 80,000 relocations at every start would cost a tenth of what an article takes. Graphviz, the C
# that reads other people's files, stays a shared library at a random address. Libraries that are opened when they
# are needed are not to be loaded at the start, and no others are beside the program. Types are made from what the
# compiler knows of them: by their names, the program would search all its conformances for each.
STATIC := -c release --static-swift-stdlib --scratch-path .build/static --disable-local-rpath \
  -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors \
  -Xswiftc -Xclang-linker -Xswiftc -no-pie \
  -Xswiftc -Xclang-linker -Xswiftc --config=$(CURDIR)/Tools/static-link.cfg
STATIC_BIN = $$($(SWIFT) build $(STATIC) --show-bin-path)
SOURCES := Package.swift Sources Tests Plugins Examples

BUILD_PACKAGES := libgraphviz-dev libxml2-dev pkg-config fonts-liberation2 fonts-dejavu-core fontconfig
CHECK_PACKAGES := poppler-utils graphviz libxml2-utils python3-venv python3-dev g++ libicu-dev chromium

.PHONY: graphs setup setup-checks build test fuzz install static dist bench format lint

setup:
	@Tools/install-packages $(BUILD_PACKAGES)

build: setup
	$(SWIFT) build $(RELEASE) --product entente

graphs: build
	@mkdir -p graphs
	"$$($(SWIFT) build $(RELEASE) --show-bin-path)/entente" graph seeds \
	  -o graphs/seeds.dot -o graphs/seeds.svg -o graphs/seeds.json -o graphs/seeds.png
	@Tools/draw-gallery "$$($(SWIFT) build $(RELEASE) --show-bin-path)/entente"

# What single checks need beside the build: only where nothing may be skipped.
setup-checks:
ifeq ($(CI),true)
	@Tools/install-packages $(CHECK_PACKAGES)
	@test -x .build/venv/bin/python3 || python3 -m venv .build/venv
	@.build/venv/bin/python3 -m pip install --quiet \
	  pydot networkx jsonschema igraph followthemoney playwright axe-playwright-python
	@# Of nicegui only the copy of Mermaid that it carries.
	@.build/venv/bin/python3 -m pip install --quiet --no-deps "nicegui>=3,<4"
endif

test: setup setup-checks
	@Tools/run-tests $(SWIFT) test

FUZZ ?= 60
SEED ?= $(shell date +%s)
CASE ?=
fuzz: setup
	ENTENTE_FUZZ=$(FUZZ) ENTENTE_FUZZ_SEED=$(SEED) ENTENTE_FUZZ_CASE=$(CASE) $(SWIFT) test --filter EntenteTests.Fuzz

static: setup
	$(SWIFT) build $(STATIC) --product entente

install: static
	install -D -m 755 "$(STATIC_BIN)/entente" "$(DESTDIR)$(PREFIX)/bin/entente"
	install -D -m 644 "$(STATIC_BIN)/entente_Entente.resources/builtin.entpack" \
	  "$(DESTDIR)$(PREFIX)/share/entente/builtin.entpack"
	install -d "$(DESTDIR)$(PREFIX)/share/bash-completion/completions" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions" \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	"$(STATIC_BIN)/entente" --generate-completion-script bash \
	  > "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/entente"
	"$(STATIC_BIN)/entente" --generate-completion-script zsh \
	  > "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_entente"
	"$(STATIC_BIN)/entente" --generate-completion-script fish \
	  > "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/entente.fish"

# The same bytes for the same program: names sorted, one time, no owner.
dist: NAME := entente-$(VERSION)-linux-$(shell uname -m)
dist:
	rm -rf .build/dist
	$(MAKE) install DESTDIR="$(CURDIR)/.build/dist/$(NAME)" PREFIX=
	for file in README.md LICENSE CHANGELOG.md; do \
	  if [ -f $$file ]; then cp $$file .build/dist/$(NAME)/; fi; \
	done
	strip .build/dist/$(NAME)/bin/entente
	tar -C .build/dist --sort=name --owner=0 --group=0 --numeric-owner \
	  --mtime="@$${SOURCE_DATE_EPOCH:-0}" -cf - $(NAME) | gzip -n9 > .build/dist/$(NAME).tar.gz
	@echo .build/dist/$(NAME).tar.gz

# What the options are: Benchmarks/run.py --help. The peers need Python packages, nothing else does.
BENCH_PYTHON = $(if $(findstring --peers,$(BENCH)),.build/venv/bin/python3,python3)
bench: static
ifneq ($(findstring --peers,$(BENCH)),)
	@test -x .build/venv/bin/python3 || python3 -m venv .build/venv
	@.build/venv/bin/python3 -m pip install --quiet pyahocorasick spacy
endif
	$(BENCH_PYTHON) Benchmarks/run.py "$(STATIC_BIN)/entente" $(BENCH)

format:
	$(SWIFT) format --in-place --recursive --parallel $(SOURCES)

lint:
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)
