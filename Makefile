# Targets: all check unit house bench peers fuzz demo gallery accept format fonts
# install clean. Variants: BUILD=release|debug|sanitize|coverage. V=1 shows
# commands.

BUILD ?= release
PREFIX ?= /usr/local
BINDIR ?= $(PREFIX)/bin
DATADIR ?= $(PREFIX)/share/jianbao
MANDIR ?= $(PREFIX)/share/man
COMPLETIONDIR ?= $(PREFIX)/share/bash-completion/completions
CC = gcc

# The order is the law: a room includes, and links with, only rooms before it.
ROOMS = base tree quantity metrics facts prose report display style font \
        text chart layout output proof

PACKAGES = yaml-0.1 expat harfbuzz cairo libpng libdeflate \
           fontconfig
TEST_PACKAGES = cmocka pangocairo pangoft2

WARN = -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes \
       -Wmissing-prototypes -Wpointer-arith -Wvla
FLAGS_release = -O2 -g -DNDEBUG
FLAGS_debug = -O0 -g
FLAGS_sanitize = -O1 -g1 -fsanitize=address,undefined \
                 -fno-sanitize-recover=undefined -fno-omit-frame-pointer
FLAGS_coverage = -O0 -g --coverage

CFLAGS += -std=gnu11 -D_GNU_SOURCE $(WARN) $(FLAGS_$(BUILD)) \
          -ffp-contract=off -fvisibility=hidden -pthread
CPPFLAGS += -Isrc $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
LDLIBS += $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lm
LDFLAGS += -pthread $(filter -fsanitize=% --coverage,$(FLAGS_$(BUILD)))
TEST_CPPFLAGS = -UNDEBUG -Itests \
                $(shell pkg-config --cflags $(TEST_PACKAGES) 2>/dev/null)
TEST_LDLIBS = -Wl,--as-needed \
              $(shell pkg-config --libs $(TEST_PACKAGES) 2>/dev/null)

OUT = build/$(BUILD)
PROGRAM = $(if $(filter release,$(BUILD)),build/jianbao,$(OUT)/jianbao)

parallel = $(MAKE) --no-print-directory -j$(shell nproc)
Q = $(if $(V),,@)
say = $(if $(V),,@printf '  %-5s %s\n' $(1) $(2))

# The linker reads archives once, from users to used.
reverse = $(if $(1),$(call reverse,$(wordlist 2,$(words $(1)),$(1))) \
          $(firstword $(1)))
upto = $(if $(filter $(1),$(firstword $(2))),$(firstword $(2)), \
       $(firstword $(2)) $(call upto,$(1),$(wordlist 2,$(words $(2)),$(2))))
objects = $(patsubst src/%.c,$(OUT)/%.o,$(wildcard src/$(1)/*.c))
archives = $(patsubst %,$(OUT)/lib%.a,$(call reverse,$(1)))

all: $(PROGRAM)

$(PROGRAM): $(call objects,cli) $(OUT)/libjianbao.a $(call archives,$(ROOMS))
	$(call say,LD,$@)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(OUT)/%.o: src/%.c Makefile
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# One archive a room, and one for the files at the top of src/; made anew
# when a file comes or goes.
$(OUT)/libjianbao.a: $(call objects,.) src
define room_rules
$(OUT)/lib$(1).a: $(call objects,$(1)) $(wildcard src/$(1))
TESTS_$(1) = $(patsubst tests/unit/%.c,$(OUT)/unit/%,$(wildcard \
             tests/unit/$(1)/*_test.c))
$$(TESTS_$(1)): $(OUT)/unit/%: tests/unit/%.c \
    $(call archives,$(call upto,$(1),$(ROOMS)))
endef
$(foreach room,$(ROOMS),$(eval $(call room_rules,$(room))))
TESTS_cli = $(patsubst tests/unit/%.c,$(OUT)/unit/%,$(wildcard \
            tests/unit/cli/*_test.c))
$(OUT)/libcli.a: $(filter-out %/main.o,$(call objects,cli)) src/cli
$(TESTS_cli): $(OUT)/unit/%: tests/unit/%.c $(OUT)/libcli.a \
    $(OUT)/libjianbao.a $(call archives,$(ROOMS))
UNIT_TESTS = $(foreach room,$(ROOMS) cli,$(TESTS_$(room)))

$(OUT)/lib%.a:
	$(call say,AR,$@)
	$(Q)rm -f $@ && ar rcs $@ $(filter %.o,$^)

# Programs that test the whole: fuzz targets, faults, benches, comparers.
WHOLE_TESTS = $(patsubst tests/%.c,$(OUT)/tests/%,$(wildcard \
              tests/fuzz/*.c tests/fault/*.c tests/bench/*.c tests/golden/*.c \
              tests/pdf/*.c))
$(WHOLE_TESTS): $(OUT)/tests/%: tests/%.c $(OUT)/libjianbao.a \
    $(call archives,$(ROOMS))
$(UNIT_TESTS) $(WHOLE_TESTS):
	@mkdir -p $(@D)
	$(call say,LD,$@)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) $(TEST_CPPFLAGS) -MMD -MP -MF $@.d \
	    $(LDFLAGS) -o $@ $(filter %.c %.a,$^) $(LDLIBS) $(TEST_LDLIBS)

unit: $(UNIT_TESTS)
	@for t in $(UNIT_TESTS); do echo "== $$t"; $$t || exit 1; done

tests: $(UNIT_TESTS) $(WHOLE_TESTS)

check:
	@tools/packages.sh run build fonts test
	@fonts/fetch.sh
	@$(parallel) all tests BUILD=release
	@$(parallel) all tests BUILD=sanitize
	@tests/check.sh

house: $(foreach room,$(ROOMS) jianbao cli,$(OUT)/lib$(room).a)
	@ROOMS="$(strip $(ROOMS))" OUT=$(OUT) CC="$(CC)" LDLIBS="$(LDLIBS)" \
	    CPPFLAGS="$(CPPFLAGS)" tests/house/run.sh

demo:
	@tools/packages.sh run build fonts
	@fonts/fetch.sh || true
	@$(parallel) all
	@tools/demo.sh build/jianbao build/demo

# Every kind × hard case × theme on one page, to be looked at.
gallery:
	@tools/packages.sh run build fonts
	@fonts/fetch.sh || true
	@$(parallel) all
	@tools/gallery.sh build/jianbao build/gallery

bench:
	@tools/packages.sh run build fonts test
	@$(parallel) all tests
	@tests/bench/run.sh

# The same text by other programs, those that are there: TEXT=file.
peers:
	@tools/packages.sh run build fonts test
	@$(parallel) all $(OUT)/tests/bench/cold
	@tests/bench/peers.sh $(TEXT)

fuzz:
	@tools/packages.sh build fuzz
	@tests/fuzz/run.sh

accept: all
	@tests/accept.sh $(CASE)

format:
	@tools/packages.sh format
	clang-format -i $(shell find src tests -name '*.[ch]')

fonts:
	@tools/packages.sh fonts
	@fonts/fetch.sh

install: all
	install -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(MANDIR)/man1 \
	    $(DESTDIR)$(DATADIR)/layouts/themes \
	    $(DESTDIR)$(DATADIR)/fonts/faces \
	    $(DESTDIR)$(COMPLETIONDIR)
	install -m 755 $(PROGRAM) $(DESTDIR)$(BINDIR)/jianbao
	install -m 644 layouts/*.yaml $(DESTDIR)$(DATADIR)/layouts
	install -m 644 layouts/themes/*.yaml \
	    $(DESTDIR)$(DATADIR)/layouts/themes
	install -m 644 fonts/*.yaml fonts/*.conf $(DESTDIR)$(DATADIR)/fonts
	$(if $(wildcard fonts/faces/*),install -m 644 fonts/faces/* \
	    $(DESTDIR)$(DATADIR)/fonts/faces)
	$(PROGRAM) manual > $(DESTDIR)$(MANDIR)/man1/jianbao.1
	$(PROGRAM) completion > $(DESTDIR)$(COMPLETIONDIR)/jianbao

clean:
	rm -rf build

.PHONY: all tests unit check house demo gallery bench peers fuzz accept format fonts \
        install clean
-include $(shell find $(OUT) -name '*.d' 2>/dev/null)
