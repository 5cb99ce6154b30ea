#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

// Opened once and never closed: a worker may wake after the terminal is gone.
static int ends[2] = {-1, -1};

void wake_open(void) {
    if (ends[0] >= 0 || pipe(ends) != 0) return;
    for (int i = 0; i < 2; i++) {
        fcntl(ends[i], F_SETFL, fcntl(ends[i], F_GETFL) | O_NONBLOCK);
        fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    }
}

int wake_descriptor(void) { return ends[0]; }

// A full pipe is as good as a written byte for a wake.
void wake_with(char reason) {
    int saved = errno;
    if (ends[1] >= 0) {
        ssize_t written = write(ends[1], &reason, 1);
        (void)written;
    }
    errno = saved;
}

void terminal_wake(void) { wake_with('w'); }

static const struct {
    int signal;
    char reason;
} table[] = {{SIGINT, 'i'}, {SIGTERM, 't'}, {SIGHUP, 'h'}, {SIGCONT, 'c'}};
enum { SIGNALS = sizeof table / sizeof *table };

static struct sigaction previous[SIGNALS];
static struct sigaction curses_size;

// Nothing may be cleaned up in a handler: it leaves a note, and the program ends by its ordinary way.
static void note(int signal) {
    for (int i = 0; i < SIGNALS; i++)
        if (table[i].signal == signal) wake_with(table[i].reason);
}

// ncurses only sets a flag. Without the note a change of size between the last read and the next wait, or one that
// another thread gets to handle, would be seen at the next key press.
static void note_size(int signal) {
    void (*handler)(int) = curses_size.sa_handler;
    if (handler != SIG_DFL && handler != SIG_IGN) handler(signal);
    wake_with('s');
}

void signals_install(void) {
    struct sigaction size = {.sa_handler = note_size};
    sigemptyset(&size.sa_mask);
    sigaction(SIGWINCH, NULL, &curses_size);
    sigaction(SIGWINCH, &size, NULL);
    struct sigaction action = {.sa_handler = note};
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < SIGNALS; i++) {
        sigaction(table[i].signal, NULL, &previous[i]);
        if (previous[i].sa_handler != SIG_IGN) sigaction(table[i].signal, &action, NULL);
    }
}

void signals_remove(void) {
    sigaction(SIGWINCH, &curses_size, NULL);
    for (int i = 0; i < SIGNALS; i++) sigaction(table[i].signal, &previous[i], NULL);
}
