# make report    install what is missing, build, and render the first worked example
# make test      install what is missing and run every test
# make install   put a working nbrun below PREFIX (default /usr/local)
# make bench     compare with the peers that are installed
# make lint      check the formatting
# make clean     remove what was built

PREFIX ?= /usr/local
BUILD := .build/release
LIBRARIES := libcmark-dev libyaml-dev duktape-dev nettle-dev zlib1g-dev libxxhash-dev libpng-dev libjpeg-dev \
  libcurl4-openssl-dev libmicrohttpd-dev libcsv-dev libjs-katex libjs-mustache pkg-config
# For the tests: a browser, another date, the examples of the CommonMark specification, and an emulated ARM.
TEST_TOOLS := chromium faketime golang-github-yuin-goldmark-dev \
  qemu-user-static gcc-aarch64-linux-gnu libc6-dev-arm64-cross
SUDO := $(if $(filter-out 0,$(shell id -u)),sudo)
JOBS ?= $(shell nproc)

.PHONY: report test install bench lint clean build libraries test-tools toolchain

report: build
	$(BUILD)/nbrun notebooks/square-vs-noise.nb -o report.html
	@echo "Wrote report.html: open it in a browser."

test: libraries test-tools toolchain
	swift build -c release -j $(JOBS)
	swift format lint --strict --recursive Package.swift Sources Tests
	swift test -j $(JOBS)

build: libraries toolchain
	swift build -c release -j $(JOBS)

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/nbrun/modules
	install -d $(DESTDIR)$(PREFIX)/share/nbrun/templates
	install -m 755 $(BUILD)/nbrun $(DESTDIR)$(PREFIX)/bin/nbrun
	install -m 755 $(BUILD)/nbrun-cell $(BUILD)/nbrun-confine $(BUILD)/libCellKit.so \
	  $(DESTDIR)$(PREFIX)/lib/nbrun
	install -m 644 $(addprefix $(BUILD)/Modules/,CNNCore.swiftmodule Figures.swiftmodule \
	  CellKit.swiftmodule CellEvents.swiftmodule CNNCore.swiftdoc Figures.swiftdoc CellKit.swiftdoc) \
	  $(DESTDIR)$(PREFIX)/lib/nbrun/modules
	install -m 644 templates/* $(DESTDIR)$(PREFIX)/share/nbrun/templates

bench: build
	$(BUILD)/nbrun-bench

lint: toolchain
	swift format lint --strict --recursive Package.swift Sources Tests

clean:
	swift package clean
	rm -f report.html

toolchain:
	@command -v swift > /dev/null || { \
	  echo "Swift is missing: install Swift 6.3 from https://www.swift.org/install" \
	       "and add its usr/bin to PATH." >&2; exit 1; }

# Installs those of the given Debian packages that are not there yet.
define install-missing
	@missing=$$(for package in $(1); do \
	  dpkg-query -W -f '$${Status}' $$package 2> /dev/null | grep -q 'ok installed' \
	    || echo $$package; done); \
	if [ -n "$$missing" ]; then \
	  echo "Installing" $$missing; \
	  $(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive \
	    apt-get install -y -qq --no-install-recommends $$missing; \
	fi
endef

libraries:
	$(call install-missing,$(LIBRARIES))

test-tools:
	$(call install-missing,$(TEST_TOOLS))
