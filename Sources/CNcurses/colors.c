#include "internal.h"

#include <curses.h>
#include <string.h>

// Pairs by their colours, in a table that is never more than half full; number 0 is none.
enum { SLOTS = 1 << 14 };
typedef struct {
    int foreground;
    int background;
    int number;
} color_pair;

static color_pair pairs[SLOTS];
static int made;
static bool is_direct;

void colors_begin(void) {
    memset(pairs, 0, sizeof pairs);
    made = 0;
    is_direct = false;
    if (has_colors()) {
        start_color();
        use_default_colors();
        is_direct = COLORS >= TERMINAL_RGB;
    }
}

// Terminals with eight colours show the bright ones as bold. Those with all colours have numbers for the eight, and the
// parts of every other, of which the eight darkest blues are so taken.
static int reduced(int color, unsigned *attributes, bool is_foreground) {
    if (color < 0) return -1;
    if (color >= TERMINAL_RGB) {
        int parts = color - TERMINAL_RGB;
        return !is_direct ? -1 : parts > 0 && parts < 8 ? 8 : parts;
    }
    if (is_direct ? color < 8 : color < COLORS) return color;
    if (is_direct || color >= 16) return -1;
    if (is_foreground) *attributes |= TERMINAL_BOLD;
    return color - 8 < COLORS ? color - 8 : -1;
}

static color_pair *slot(int foreground, int background) {
    unsigned place = (unsigned)foreground * 2654435761u ^ (unsigned)background * 2246822519u;
    place = (place ^ place >> 15) % SLOTS;
    while (pairs[place].number && (pairs[place].foreground != foreground || pairs[place].background != background))
        place = (place + 1) % SLOTS;
    return &pairs[place];
}

// Pairs are made when first asked for. When none is left, the terminal's own colours stand in: words and marks say
// what colour would have said.
int colors_pair(int foreground, int background, unsigned *attributes) {
    if (!has_colors()) return 0;
    foreground = reduced(foreground, attributes, true);
    background = reduced(background, attributes, false);
    if (foreground < 0 && background < 0) return 0;
    color_pair *pair = slot(foreground, background);
    if (pair->number) return pair->number;
    int limit = COLOR_PAIRS < SLOTS / 2 ? COLOR_PAIRS : SLOTS / 2;
    if (made + 1 >= limit || init_extended_pair(made + 1, foreground, background) != OK) return 0;
    *pair = (color_pair){foreground, background, ++made};
    return made;
}
