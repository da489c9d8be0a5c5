# The IMS manual. One file, no configure step.
#
#   make          build        make run      demo on 127.0.0.1:8080 (PORT=, SITE=)
#   make test     all tests    make check    the static rules
#   make bench    figures      make fuzz     fuzz every parser (SECONDS=30)
#   make install  PREFIX=/usr/local DESTDIR=

.DEFAULT_GOAL := all
SHELL := /bin/sh

PREFIX ?= /usr/local
SHAREDIR = $(PREFIX)/share/ims-manual

CC = gcc
CXX = g++
PACKAGES = sqlite3 libctemplate libsodium jansson yaml-0.1
DEBIAN_BUILD = gcc g++ pkg-config libfcgi-dev libsqlite3-dev libctemplate-dev \
	libmarkdown2-dev libsodium-dev libjansson-dev libyaml-dev libxlsxwriter-dev
DEBIAN_RUN = lighttpd perl-base
DEBIAN_TEST = libcmocka-dev clang libclang-rt-14-dev nginx spawn-fcgi chromium nodejs npm \
	valgrind cppcheck clang-tidy curl wrk tidy procps sqlite3 openssl unzip

# BUILD names a variant: build (plain), build/asan.
BUILD ?= build
OPTIMISE ?= -O2 $(LTO)
# The programs are optimised as a whole; tests link the objects as they are.
LTO = $(if $(filter gcc,$(CC)),-flto=auto -ffat-lto-objects)
SANITIZE ?=
WARN = -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wvla -Werror
HARDEN = -fstack-protector-strong -fPIE -D_FORTIFY_SOURCE=2
ifneq ($(SANITIZE),)
HARDEN = -fPIE
# gcc takes the sanitizer's own checks for the program's.
WARN += -Wno-error=format-truncation -Wno-error=null-dereference
endif
CPPFLAGS = -D_GNU_SOURCE -Isrc -DIMS_SHARE='"$(SHAREDIR)"'
CFLAGS = -std=c17 -g $(OPTIMISE) $(WARN) $(HARDEN) $(SANITIZE)
CXXFLAGS = -std=c++17 -g $(OPTIMISE) -Wall -Wextra -Werror $(HARDEN) $(SANITIZE)
LDFLAGS = -pie -Wl,--as-needed -Wl,-z,relro,-z,now $(SANITIZE)
LDLIBS = -lfcgi -lmarkdown -lctemplate -lsqlite3 -lsodium -ljansson -lyaml -lxlsxwriter -lstdc++ -lpthread

SOURCES = $(sort $(wildcard src/*/*.c))
SHIM = $(sort $(wildcard src/*/*.cc))
MAINS = src/command/main.c src/command/ims_fcgi.c
OBJECTS = $(patsubst src/%.c,$(BUILD)/obj/%.o,$(filter-out $(MAINS),$(SOURCES))) \
	$(patsubst src/%.cc,$(BUILD)/obj/%.o,$(SHIM))
MAIN_OBJECTS = $(patsubst src/%.c,$(BUILD)/obj/%.o,$(MAINS))
PROGRAMS = $(BUILD)/ims $(BUILD)/ims.fcgi

.PHONY: all run test check bench fuzz clean install packages-build packages-run \
	packages-test lint unit-tests

all: packages-build
	@$(MAKE) --no-print-directory programs
.PHONY: programs
programs: $(PROGRAMS) $(if $(filter build,$(BUILD)),cgi-bin/ims.fcgi)

$(BUILD)/obj/%.o: src/%.c
	@mkdir -p $(@D)
	@echo "  CC $<"
	@$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c $< -o $@

$(BUILD)/obj/%.o: src/%.cc
	@mkdir -p $(@D)
	@echo "  CXX $<"
	@$(CXX) $(CPPFLAGS) $(CXXFLAGS) -MMD -MP -c $< -o $@

$(BUILD)/libims.a: $(OBJECTS)
	@rm -f $@
	@ar rcs $@ $^

$(BUILD)/ims: $(BUILD)/obj/command/main.o $(BUILD)/libims.a
	$(CC) $(OPTIMISE) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/ims.fcgi: $(BUILD)/obj/command/ims_fcgi.o $(BUILD)/libims.a
	$(CC) $(OPTIMISE) $(LDFLAGS) -o $@ $^ $(LDLIBS)

cgi-bin/ims.fcgi: build/ims.fcgi
	@cp $< $@.new && mv $@.new $@

-include $(OBJECTS:.o=.d) $(MAIN_OBJECTS:.o=.d)

# Installing Debian packages: only what dpkg does not know, asking sudo when
# not root. A second run finds them and says nothing.
packages-build:
	@tests/packages $(DEBIAN_BUILD)
packages-run:
	@tests/packages $(DEBIAN_BUILD) $(DEBIAN_RUN)
packages-test:
	@tests/packages $(DEBIAN_BUILD) $(DEBIAN_RUN) $(DEBIAN_TEST)

run: packages-run
	@$(MAKE) --no-print-directory programs
	@exec setpriv --pdeathsig TERM cgi-bin/run

check: packages-test
	@$(MAKE) --no-print-directory programs
	@tests/check

lint: packages-test
	@tests/lint

test: packages-test
	@$(MAKE) --no-print-directory programs
	@tests/run

bench: packages-test
	@$(MAKE) --no-print-directory programs
	@tests/bench/run

fuzz: packages-test
	@tests/fuzz/run $${SECONDS:-30}

# One cmocka program per test file.
UNIT_SOURCES = $(sort $(wildcard tests/*/*_test.c))
UNIT_PROGRAMS = $(patsubst tests/%.c,$(BUILD)/tests/%,$(UNIT_SOURCES))
FIXTURES = $(patsubst tests/%.c,$(BUILD)/obj/tests/%.o,$(sort $(wildcard tests/*.c)))

$(BUILD)/obj/tests/%.o: tests/%.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -Itests $(CFLAGS) -MMD -MP -c $< -o $@

# A test is linked with the fixtures it uses and no others.
$(BUILD)/libtests.a: $(FIXTURES)
	@rm -f $@
	@ar rcs $@ $^

$(BUILD)/tests/%: tests/%.c $(BUILD)/libtests.a $(BUILD)/libims.a
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -Itests $(CFLAGS) -fno-lto -MMD -MP $(LDFLAGS) -o $@ $< \
		$(BUILD)/libtests.a $(BUILD)/libims.a -lcmocka $(LDLIBS)

$(BUILD)/bench/%: tests/bench/%.c $(BUILD)/libtests.a $(BUILD)/libims.a
	@mkdir -p $(@D)
	@$(CC) $(CPPFLAGS) -Itests $(CFLAGS) $(LDFLAGS) -o $@ $< $(BUILD)/libtests.a \
		$(BUILD)/libims.a -lcmocka $(LDLIBS)

-include $(UNIT_PROGRAMS:=.d) $(FIXTURES:.o=.d)

unit-tests: $(UNIT_PROGRAMS)
.SECONDARY: $(FIXTURES)

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/ims-manual $(DESTDIR)$(SHAREDIR)
	install -m 755 build/ims $(DESTDIR)$(PREFIX)/bin/ims
	install -m 755 build/ims.fcgi $(DESTDIR)$(PREFIX)/lib/ims-manual/ims.fcgi
	cp -R schema templates manual $(DESTDIR)$(SHAREDIR)/
	install -d $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/man/man8
	install -m 644 man/*.1 $(DESTDIR)$(PREFIX)/share/man/man1/
	install -m 644 man/*.8 $(DESTDIR)$(PREFIX)/share/man/man8/

clean:
	rm -rf build cgi-bin/ims.fcgi
