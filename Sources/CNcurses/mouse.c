#include "internal.h"

#include <curses.h>

static bool wanted;

static const mmask_t reported = BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED;

// A press is reported at once: ncurses would otherwise wait whether it becomes a click.
bool terminal_mouse(bool on) {
    mouseinterval(0);
    bool works = mousemask(on ? reported : 0, NULL) != 0;
    wanted = on && works;
    return works || !on;
}

// Turned off on leaving, because the shell would get reports as if they were typed.
void mouse_pause(void) {
    if (wanted) mousemask(0, NULL);
}

void mouse_resume(void) {
    if (wanted) mousemask(reported, NULL);
}

terminal_mouse_action terminal_mouse_event(int *row, int *column) {
    MEVENT event;
    if (getmouse(&event) != OK) return TERMINAL_MOUSE_OTHER;
    *row = event.y;
    *column = event.x;
    if (event.bstate & BUTTON1_PRESSED) return TERMINAL_MOUSE_PRESS;
    if (event.bstate & BUTTON4_PRESSED) return TERMINAL_MOUSE_WHEEL_UP;
    if (event.bstate & BUTTON5_PRESSED) return TERMINAL_MOUSE_WHEEL_DOWN;
    return TERMINAL_MOUSE_OTHER;
}
