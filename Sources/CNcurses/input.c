#include "internal.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <term.h>
#include <unistd.h>

enum { PASTE_START = 2000, PASTE_END, ALT_LEFT, ALT_RIGHT };

extern int terminal_input_descriptor;

// ncurses knows nothing of bracketed paste, and alt-arrows only by names that change from terminal to terminal.
void input_begin(void) {
    define_key("\033[200~", PASTE_START);
    define_key("\033[201~", PASTE_END);
    define_key("\033[1;3D", ALT_LEFT);
    define_key("\033[1;3C", ALT_RIGHT);
}

static terminal_key translated(wint_t code) {
    switch (code) {
    case KEY_UP: return TERMINAL_KEY_UP;
    case KEY_DOWN: return TERMINAL_KEY_DOWN;
    case KEY_LEFT: return TERMINAL_KEY_LEFT;
    case KEY_RIGHT: return TERMINAL_KEY_RIGHT;
    case KEY_HOME: case KEY_FIND: case KEY_A1: return TERMINAL_KEY_HOME;
    case KEY_END: case KEY_SELECT: case KEY_C1: return TERMINAL_KEY_END;
    case KEY_PPAGE: case KEY_A3: return TERMINAL_KEY_PAGE_UP;
    case KEY_NPAGE: case KEY_C3: return TERMINAL_KEY_PAGE_DOWN;
    case KEY_IC: return TERMINAL_KEY_INSERT;
    case KEY_DC: return TERMINAL_KEY_DELETE;
    case KEY_BACKSPACE: return TERMINAL_KEY_BACKSPACE;
    case KEY_ENTER: return TERMINAL_KEY_ENTER;
    case KEY_BTAB: return TERMINAL_KEY_BACK_TAB;
    case KEY_RESIZE: return TERMINAL_KEY_RESIZE;
    case PASTE_START: return TERMINAL_KEY_PASTE_START;
    case PASTE_END: return TERMINAL_KEY_PASTE_END;
    case ALT_LEFT: return TERMINAL_KEY_ALT_LEFT;
    case ALT_RIGHT: return TERMINAL_KEY_ALT_RIGHT;
    case KEY_MOUSE: return TERMINAL_KEY_MOUSE;
    default: break;
    }
    if (code > KEY_F0 && code <= KEY_F(63)) return (terminal_key)(TERMINAL_KEY_FUNCTION + (int)(code - KEY_F0));
    return TERMINAL_KEY_OTHER;
}

int32_t terminal_read(int timeout_ms, terminal_key *key) {
    wint_t code = 0;
    *key = TERMINAL_KEY_NONE;
    timeout(timeout_ms);
    switch (get_wch(&code)) {
    case KEY_CODE_YES:
        *key = translated(code);
        return 0;
    case OK: return (int32_t)code;
    default: return -1;
    }
}

static int drain_wakes(void) {
    char reasons[256];
    int bits = 0;
    ssize_t count;
    while ((count = read(wake_descriptor(), reasons, sizeof reasons)) > 0)
        for (ssize_t i = 0; i < count; i++)
            switch (reasons[i]) {
            case 'i': bits |= TERMINAL_INTERRUPT; break;
            case 't': bits |= TERMINAL_TERMINATE; break;
            case 'h': bits |= TERMINAL_HANGUP; break;
            case 'c': bits |= TERMINAL_CONTINUED; break;
            case 's': bits |= TERMINAL_SIGNAL; break;
            default: bits |= TERMINAL_WAKE; break;
            }
    return bits;
}

int terminal_wait(int timeout_ms) {
    struct pollfd watched[2] = {
        {.fd = terminal_input_descriptor, .events = POLLIN},
        {.fd = wake_descriptor(), .events = POLLIN},
    };
    int bits = 0;
    if (poll(watched, 2, timeout_ms) < 0) bits |= errno == EINTR ? TERMINAL_SIGNAL : TERMINAL_HANGUP;
    else {
        if (watched[0].revents & POLLIN) bits |= TERMINAL_INPUT;
        if (watched[0].revents & (POLLHUP | POLLERR | POLLNVAL)) bits |= TERMINAL_HANGUP;
    }
    return bits | drain_wakes();
}

int terminal_wait_wake(int timeout_ms) {
    struct pollfd watched = {.fd = wake_descriptor(), .events = POLLIN};
    int bits = poll(&watched, 1, timeout_ms) < 0 ? TERMINAL_SIGNAL : 0;
    return bits | drain_wakes();
}
