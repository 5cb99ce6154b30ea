#include "internal.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

int terminal_input_descriptor = -1;

static SCREEN *screen;
static FILE *input;
static FILE *output;
static struct termios original;
static bool speaks_utf8;

// newterm paints blanks on a terminal that cannot place the cursor instead of refusing it.
static terminal_status check_capabilities(int descriptor) {
    int found = 0;
    const char *term = terminal_name();
    if (!term || !*term) return TERMINAL_UNKNOWN;
    if (setupterm(term, descriptor, &found) != OK) return found == 1 ? TERMINAL_CANNOT_PLACE_CURSOR : TERMINAL_UNKNOWN;
    char *place = tigetstr("cup");
    bool usable = place && place != (char *)-1;
    del_curterm(cur_term);
    return usable ? TERMINAL_OK : TERMINAL_CANNOT_PLACE_CURSOR;
}

// The streams are our own, so that closing them leaves standard input and output alone.
static terminal_status open_streams(void) {
    if (!isatty(STDOUT_FILENO)) return TERMINAL_NOT_A_TERMINAL;
    int in = isatty(STDIN_FILENO) ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3) : open("/dev/tty", O_RDWR | O_CLOEXEC);
    if (in < 0) return TERMINAL_NOT_A_TERMINAL;
    int out = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    input = fdopen(in, "r");
    output = out >= 0 ? fdopen(out, "w") : NULL;
    if (!input || !output || tcgetattr(in, &original) != 0) return TERMINAL_SYSTEM_ERROR;
    terminal_input_descriptor = in;
    return TERMINAL_OK;
}

static void close_streams(void) {
    if (input) fclose(input);
    if (output) fclose(output);
    input = output = NULL;
    terminal_input_descriptor = -1;
}

// Pasted text arrives between two marks, so that it cannot be taken for keys.
static void bracket_pastes(bool on) {
    fputs(on ? "\033[?2004h" : "\033[?2004l", output);
    fflush(output);
}

// Some multiplexers, resized meanwhile, leave rows of the alternate screen behind in the ordinary one.
static void leave_screen(void) {
    bracket_pastes(false);
    mouse_pause();
    erase();
    move(0, 0);
    curs_set(1);
    refresh();
    endwin();
}

static terminal_status start(bool allow_utf8, terminal_facts *facts) {
    terminal_status status = open_streams();
    if (status != TERMINAL_OK) return status;
    status = check_capabilities(fileno(output));
    if (status != TERMINAL_OK) return status;
    facts->utf8 = speaks_utf8 = locale_choose(allow_utf8);
    // Left in the environment, these would freeze the size.
    unsetenv("LINES");
    unsetenv("COLUMNS");
    wake_open();
    if (wake_descriptor() < 0) return TERMINAL_SYSTEM_ERROR;
    screen = newterm(terminal_name(), output, input);
    return screen ? TERMINAL_OK : TERMINAL_UNKNOWN;
}

terminal_status terminal_open(bool allow_utf8, terminal_facts *facts) {
    static bool registered;
    memset(facts, 0, sizeof *facts);
    if (screen) return TERMINAL_ALREADY_OPEN;
    errno = 0;
    terminal_status status = start(allow_utf8, facts);
    if (status != TERMINAL_OK) {
        facts->error = errno;
        close_streams();
        return status;
    }
    set_escdelay(25);
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    colors_begin();
    facts->colors = has_colors() ? COLORS : 0;
    facts->direct_colors = facts->colors >= TERMINAL_RGB;
    input_begin();
    guard_install(fileno(output), fileno(input), &original);
    signals_install();
    errors_capture();
    bracket_pastes(true);
    if (!registered) registered = atexit(terminal_close) == 0;
    return TERMINAL_OK;
}

void terminal_close(void) {
    if (!screen) return;
    leave_screen();
    delscreen(screen);
    screen = NULL;
    signals_remove();
    guard_remove();
    tcsetattr(terminal_input_descriptor, TCSADRAIN, &original);
    close_streams();
    errors_release();
}

int terminal_rows(void) { return screen ? getmaxy(stdscr) : 0; }

int terminal_columns(void) { return screen ? getmaxx(stdscr) : 0; }

// What libc and the layout count differently is not shown: ncurses would put the rest of the line elsewhere.
static int fill(wchar_t *text, const terminal_cell *cell) {
    wchar_t base = (wchar_t)cell->scalars[0];
    int length = 0;
    if ((speaks_utf8 || cell->scalars[0] < 0x7F) && wcwidth(base) == cell->width) {
        text[length++] = base;
        for (int i = 1; speaks_utf8 && i < 4 && cell->scalars[i]; i++)
            if (wcwidth((wchar_t)cell->scalars[i]) == 0) text[length++] = (wchar_t)cell->scalars[i];
    } else {
        text[length++] = L'?';
    }
    text[length] = 0;
    return length;
}

static attr_t curses_attributes(unsigned attributes) {
    attr_t result = A_NORMAL;
    if (attributes & TERMINAL_BOLD) result |= A_BOLD;
    if (attributes & TERMINAL_DIM) result |= A_DIM;
    if (attributes & TERMINAL_UNDERLINE) result |= A_UNDERLINE;
    if (attributes & TERMINAL_REVERSE) result |= A_REVERSE;
#ifdef A_ITALIC
    if (attributes & TERMINAL_ITALIC) result |= A_ITALIC;
#endif
    return result;
}

void terminal_put(int row, int column, const terminal_cell *cells, int count) {
    if (!screen) return;
    for (int i = 0; i < count && column + i < getmaxx(stdscr); i++) {
        const terminal_cell *cell = &cells[i];
        if (cell->width == 0) continue;
        wchar_t text[5];
        cchar_t drawn;
        fill(text, cell);
        unsigned attributes = cell->attributes;
        int pair = colors_pair(cell->foreground, cell->background, &attributes);
        if (setcchar(&drawn, text, curses_attributes(attributes), 0, &pair) == ERR) continue;
        mvadd_wchnstr(row, column + i, &drawn, 1);
        if (cell->width == 2 && text[0] == L'?' && column + i + 1 < getmaxx(stdscr)) {
            setcchar(&drawn, L" ", curses_attributes(attributes), 0, &pair);
            mvadd_wchnstr(row, column + i + 1, &drawn, 1);
        }
    }
}

void terminal_flush(int row, int column) {
    if (!screen) return;
    if (row >= 0) move(row, column);
    curs_set(row >= 0 ? 1 : 0);
    refresh();
}

// Through the stream that ncurses writes to, behind what it has written.
void terminal_transmit(const uint8_t *bytes, int count) {
    if (!screen || count <= 0) return;
    fwrite(bytes, 1, (size_t)count, output);
    fflush(output);
}

void terminal_redraw(void) {
    if (screen) clearok(curscr, TRUE);
}

void terminal_suspend(void) {
    if (!screen) return;
    struct sigaction stop = {.sa_handler = SIG_DFL}, curses;
    sigemptyset(&stop.sa_mask);
    def_prog_mode();
    leave_screen();
    guard_remove();
    errors_release();
    sigaction(SIGTSTP, &stop, &curses);
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &curses, NULL);
    tcgetattr(terminal_input_descriptor, &original);
    errors_capture();
    guard_install(fileno(output), fileno(input), &original);
    mouse_resume();
    terminal_resume();
}

// The size may have changed too, which nobody tells a program in the background.
void terminal_resume(void) {
    if (!screen) return;
    reset_prog_mode();
    bracket_pastes(true);
    clearok(curscr, TRUE);
    refresh();
    raise(SIGWINCH);
}
