#include "internal.h"

#include <curses.h>
#include <string.h>

// Pair by (foreground + 1, background + 1); 0 where none is made yet. Pair 0 itself is the terminal's own colours.
static uint16_t pairs[257][257];
static int made;

void colors_begin(void) {
    memset(pairs, 0, sizeof pairs);
    made = 0;
    if (has_colors()) {
        start_color();
        use_default_colors();
    }
}

// Terminals with eight colours show the bright ones as bold.
static int reduced(int color, unsigned *attributes, bool is_foreground) {
    if (color < COLORS) return color;
    if (color >= 16) return -1;
    if (is_foreground) *attributes |= TERMINAL_BOLD;
    return color - 8 < COLORS ? color - 8 : -1;
}

// Pairs are made when first asked for. When none is left, the terminal's own colours stand in: words and marks say
// what colour would have said.
int colors_pair(int foreground, int background, unsigned *attributes) {
    if (!has_colors() || foreground > 255 || background > 255) return 0;
    foreground = reduced(foreground < 0 ? -1 : foreground, attributes, true);
    background = reduced(background < 0 ? -1 : background, attributes, false);
    if (foreground < 0 && background < 0) return 0;
    uint16_t *pair = &pairs[foreground + 1][background + 1];
    if (*pair == 0) {
        int limit = COLOR_PAIRS < 32767 ? COLOR_PAIRS : 32767;
        if (made + 1 >= limit || init_pair((short)(made + 1), (short)foreground, (short)background) != OK) return 0;
        *pair = (uint16_t)++made;
    }
    return *pair;
}
