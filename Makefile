# The two commands that matter: `make run` and `make test`. Both first install what the system lacks.

ARGS ?=
SWIFT ?= swift
# Where the toolchain has a static standard library, the program runs without the toolchain.
STATIC := $(shell libraries=$$(dirname $$(dirname $$(readlink -f $$(command -v $(SWIFT)))))/lib/swift_static; \
	[ -d "$$libraries" ] && echo --static-swift-stdlib)
BUILD := $(SWIFT) build -c release $(STATIC) --product
PREFIX ?= /usr/local

.PHONY: help packages build measure run test check benchmark pictures format install clean

help:
	@echo "make run [ARGS='SOURCES...']   build and open the console (without ARGS: the bundled incident)"
	@echo "make test                      run every test"
	@echo "make build                     build the release program"
	@echo "make check                     test, then try the release program on the sample data"
	@echo "make benchmark [ARGS='...']    measure beside other tools, see Benchmarks/README.md"
	@echo "make pictures                  draw the pictures of the README anew"
	@echo "make format                    format the code as .swift-format says"
	@echo "make install [PREFIX=DIR]      copy the program, its sample data and manual page to PREFIX"

packages:
	@scripts/install-packages >&2

# Messages of the build go to standard error: standard output is the program's alone.
build: packages
	@$(BUILD) firebreak >&2

# What `make benchmark` asks for answers, beside the program.
measure: packages
	@$(BUILD) firebreak-measure >&2

run: build
	@exec .build/release/firebreak $(ARGS)

test: packages
	$(SWIFT) test

check: test build
	scripts/check-release .build/release/firebreak

benchmark: packages
	@Benchmarks/run $(ARGS)

pictures: build
	scripts/draw-pictures .build/release/firebreak

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/firebreak
	install -m 755 .build/release/firebreak $(DESTDIR)$(PREFIX)/bin/firebreak
	cp -R sample-data $(DESTDIR)$(PREFIX)/share/firebreak/
	install -d $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 644 docs/firebreak.1 $(DESTDIR)$(PREFIX)/share/man/man1/firebreak.1

clean:
	rm -rf .build
