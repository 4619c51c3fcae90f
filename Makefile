# jianbao: targets are all, check, house, bench, fuzz, demo, accept, format,
# fonts, install, clean; variants BUILD=release|debug|sanitize|coverage.

BUILD ?= release
PREFIX ?= /usr/local
BINDIR ?= $(PREFIX)/bin
DATADIR ?= $(PREFIX)/share/jianbao
MANDIR ?= $(PREFIX)/share/man
CC = gcc

# The order is the law: a room includes, and links with, only rooms before it.
ROOMS = base tree quantity metrics facts prose report display style font \
        text chart layout output

PACKAGES = yaml-0.1 harfbuzz harfbuzz-subset cairo libpng libdeflate \
           fontconfig

WARN = -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes \
       -Wmissing-prototypes -Wpointer-arith -Wvla
FLAGS_release = -O2 -g -DNDEBUG
FLAGS_debug = -O0 -g
FLAGS_sanitize = -O1 -g -fsanitize=address,undefined \
                 -fno-sanitize-recover=undefined -fno-omit-frame-pointer
FLAGS_coverage = -O0 -g --coverage

CFLAGS += -std=gnu11 -D_GNU_SOURCE $(WARN) $(FLAGS_$(BUILD)) \
          -ffp-contract=off -fvisibility=hidden
CPPFLAGS += -Isrc $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
LDLIBS += $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lm
LDFLAGS += $(filter -fsanitize=% --coverage,$(FLAGS_$(BUILD)))

OUT = build/$(BUILD)
PROGRAM = $(if $(filter release,$(BUILD)),build/jianbao,$(OUT)/jianbao)

ARCHIVES = $(ROOMS:%=$(OUT)/lib%.a)
# The linker reads archives once, from users to used.
reverse = $(if $(1),$(call reverse,$(wordlist 2,$(words $(1)),$(1))) \
          $(firstword $(1)))
upto = $(if $(filter $(1),$(firstword $(2))),$(firstword $(2)), \
       $(firstword $(2)) $(call upto,$(1),$(wordlist 2,$(words $(2)),$(2))))

TOP_OBJECTS = $(patsubst src/%.c,$(OUT)/%.o,$(wildcard src/*.c src/cli/*.c))

all: $(PROGRAM)

$(PROGRAM): $(TOP_OBJECTS) $(ARCHIVES)
	$(CC) $(LDFLAGS) -o $@ $(TOP_OBJECTS) \
	    $(call reverse,$(ARCHIVES)) $(LDLIBS)

$(OUT)/%.o: src/%.c Makefile
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

define room_rules
$(OUT)/lib$(1).a: $(patsubst src/%.c,$(OUT)/%.o,$(wildcard src/$(1)/*.c))
	@rm -f $$@
	ar rcs $$@ $$^
TESTS_$(1) = $(patsubst tests/unit/%.c,$(OUT)/unit/%,$(wildcard \
             tests/unit/$(1)/*_test.c))
$$(TESTS_$(1)): $(OUT)/unit/%: tests/unit/%.c \
    $(patsubst %,$(OUT)/lib%.a,$(call upto,$(1),$(ROOMS)))
	@mkdir -p $$(@D)
	$$(CC) $$(CPPFLAGS) $$(CFLAGS) -UNDEBUG -MMD -MP -MF $$@.d $$(LDFLAGS) \
	    -o $$@ $$< \
	    $(call reverse,$(patsubst %,$(OUT)/lib%.a,$(call upto,$(1),$(ROOMS)))) \
	    $$(LDLIBS) -lcmocka
endef
$(foreach room,$(ROOMS),$(eval $(call room_rules,$(room))))
UNIT_TESTS = $(foreach room,$(ROOMS),$(TESTS_$(room)))

unit: $(UNIT_TESTS)
	@for t in $(UNIT_TESTS); do echo "== $$t"; $$t || exit 1; done

clean:
	rm -rf build

.PHONY: all unit clean
-include $(shell find $(OUT) -name '*.d' 2>/dev/null)
