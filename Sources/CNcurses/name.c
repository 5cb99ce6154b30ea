// Which description of a terminal is used for the TERM of this process.
#include "internal.h"

#include <curses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <term.h>
#include <unistd.h>

enum { LONGEST = 64 };

// Terminals that understand what xterm understands, and are often younger than the descriptions of the machine that one
// reaches by ssh.
static const char *const like_xterm[] = {
    "xterm", "kitty", "foot", "alacritty", "ghostty", "wezterm", "rio", "contour", "vte", "gnome", "konsole", "st-", "iterm",
};

// setupterm refuses descriptions of terminals that only print, and generic ones, but says that they are there.
static bool is_described(const char *name) {
    int found = 0;
    if (setupterm(name, STDOUT_FILENO, &found) != OK) return found == 1;
    del_curterm(cur_term);
    return true;
}

static bool has_direct_colors(const char *name) {
    int found = 0;
    if (setupterm(name, STDOUT_FILENO, &found) != OK) return false;
    bool has = tigetflag("RGB") > 0;
    del_curterm(cur_term);
    return has;
}

static bool begins_with_one_of(const char *term, const char *const *families, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (strncmp(term, families[i], strlen(families[i])) == 0) return true;
    return false;
}

static bool is_true_color(void) {
    const char *value = getenv("COLORTERM");
    return value && (strcasecmp(value, "truecolor") == 0 || strcasecmp(value, "24bit") == 0);
}

const char *terminal_name(void) {
    static char direct[LONGEST];
    const char *term = getenv("TERM");
    if (!term || !*term || strlen(term) + sizeof "-direct" > LONGEST) return term;
    if (is_true_color()) {
        const char *suffix = strstr(term, "-256color");
        int length = suffix ? (int)(suffix - term) : (int)strlen(term);
        snprintf(direct, sizeof direct, "%.*s-direct", length, term);
        if (has_direct_colors(direct)) return direct;
    }
    if (is_described(term)) return term;
    const char *const multiplexers[] = {"tmux", "screen"};
    if (begins_with_one_of(term, multiplexers, 2)) return is_described("screen-256color") ? "screen-256color" : "screen";
    if (begins_with_one_of(term, like_xterm, sizeof like_xterm / sizeof *like_xterm))
        return is_described("xterm-256color") ? "xterm-256color" : "xterm";
    return term;
}
