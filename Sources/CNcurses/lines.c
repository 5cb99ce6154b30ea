// A terminal of lines: no ncurses, the same waiting, waking and signals.
#include "internal.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern int terminal_input_descriptor;

static struct termios original;
static bool is_open;
static bool has_keys;
static bool brackets_pastes;

// An escape sequence is noise on a terminal that does not know it. These know pastes, and ignore what they do not know.
static bool knows_pastes(void) {
    const char *const families[] = {"xterm", "screen", "tmux", "rxvt", "alacritty", "foot", "kitty", "st-", "linux", "vte"};
    const char *term = getenv("TERM");
    for (size_t i = 0; term && i < sizeof families / sizeof *families; i++)
        if (strncmp(term, families[i], strlen(families[i])) == 0) return true;
    return false;
}

// Emacs and others who keep a line until it is whole send its end as one more key: there lines are read as lines.
static bool sends_lines(void) {
    const char *inside = getenv("INSIDE_EMACS");
    return inside && strstr(inside, "comint");
}

static void send(const char *text) {
    ssize_t written = write(STDOUT_FILENO, text, strlen(text));
    (void)written;
}

static void set_keys(void) {
    struct termios keys = original;
    keys.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG | IEXTEN);
    keys.c_iflag &= ~(tcflag_t)(ICRNL | INLCR | IGNCR | IXON);
    keys.c_cc[VMIN] = 1;
    keys.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSADRAIN, &keys);
    if (brackets_pastes) send("\033[?2004h");
}

static void take_keys(void) {
    set_keys();
    guard_install_lines(STDOUT_FILENO, STDIN_FILENO, &original, brackets_pastes ? "\033[?2004l" : "");
}

static void give_keys_back(void) {
    if (brackets_pastes) send("\033[?2004l");
    guard_remove();
    tcsetattr(STDIN_FILENO, TCSADRAIN, &original);
}

terminal_status lines_open(bool allow_utf8, lines_facts *facts) {
    static bool registered;
    memset(facts, 0, sizeof *facts);
    if (is_open || terminal_input_descriptor >= 0) return TERMINAL_ALREADY_OPEN;
    wake_open();
    if (wake_descriptor() < 0) return TERMINAL_SYSTEM_ERROR;
    facts->utf8 = locale_choose(allow_utf8);
    has_keys = !sends_lines() && isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &original) == 0;
    facts->keys = has_keys;
    terminal_input_descriptor = STDIN_FILENO;
    is_open = true;
    signals_install();
    brackets_pastes = has_keys && isatty(STDOUT_FILENO) && knows_pastes();
    if (has_keys) take_keys();
    if (!registered) registered = atexit(lines_close) == 0;
    return TERMINAL_OK;
}

void lines_close(void) {
    if (!is_open) return;
    is_open = false;
    if (has_keys) give_keys_back();
    signals_remove();
    terminal_input_descriptor = -1;
}

long lines_read(uint8_t *bytes, long count) {
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    if (poll(&input, 1, 0) <= 0) return -1;
    ssize_t got = read(STDIN_FILENO, bytes, (size_t)count);
    if (got < 0) return errno == EINTR || errno == EAGAIN ? -1 : 0;
    return got;
}

void lines_suspend(void) {
    if (!is_open) return;
    struct sigaction stop = {.sa_handler = SIG_DFL}, before;
    sigemptyset(&stop.sa_mask);
    if (has_keys) give_keys_back();
    sigaction(SIGTSTP, &stop, &before);
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &before, NULL);
    if (has_keys && tcgetattr(STDIN_FILENO, &original) == 0) take_keys();
}

void lines_resume(void) {
    if (is_open && has_keys) set_keys();
}
