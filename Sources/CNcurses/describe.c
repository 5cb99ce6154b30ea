#include "internal.h"

#include <curses.h>
#include <fcntl.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

static bool opens(const char *path) {
    int descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) return false;
    close(descriptor);
    return true;
}

void terminal_describe(terminal_description *description) {
    memset(description, 0, sizeof *description);
    description->has_output = isatty(STDOUT_FILENO);
    description->has_input = isatty(STDIN_FILENO) || opens("/dev/tty");
    description->utf8 = locale_choose(true);
    const char *term = description->name = terminal_name();
    int found = 0;
    if (!term || !*term || setupterm(term, STDOUT_FILENO, &found) != OK) {
        description->is_described = found == 1;
        return;
    }
    const char *place = tigetstr("cup"), *mouse = tigetstr("kmous");
    description->is_described = true;
    description->places_cursor = place && place != (char *)-1;
    description->has_mouse = mouse && mouse != (char *)-1;
    description->colors = tigetnum("colors");
    description->direct_colors = tigetflag("RGB") > 0;
    del_curterm(cur_term);
}
