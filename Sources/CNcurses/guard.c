// A crash must not leave the user in a raw terminal, nor the Swift backtrace in the alternate screen.
#include "internal.h"

#include "CKernels.h"

#include <curses.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

// The last ones are no faults, but end the program as suddenly.
static const int faults[] = {SIGILL,  SIGTRAP, SIGSEGV, SIGBUS,  SIGFPE,  SIGABRT,
                             SIGQUIT, SIGPIPE, SIGUSR1, SIGUSR2, SIGALRM, SIGXCPU};
enum { FAULTS = sizeof faults / sizeof *faults };

static struct sigaction previous[FAULTS];
static char farewell[256];
static size_t farewell_length;
static char parting[1024];
static size_t parting_length;
static struct termios before;
static int output_descriptor = -1;
static int input_descriptor = -1;
static volatile sig_atomic_t restored;
// How often each signal came: a handler that was passed on to may pass back.
static volatile sig_atomic_t passed_on[FAULTS];
static void *alternate_stack;

// tputs is no call for a handler: the strings are put together in advance, without their padding ($<5>).
static void append(const char *text) {
    while (text && *text && farewell_length < sizeof farewell) {
        const char *end = text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;
        if (end)
            text = end + 1;
        else
            farewell[farewell_length++] = *text++;
    }
}

static void append_capability(const char *name) {
    char *text = tigetstr(name);
    if (text && text != (char *)-1) append(text);
}

// Whether the faulty instruction comes again by itself when the handler returns; else the signal must be raised.
static bool comes_again(int signal, const siginfo_t *info) {
    if (!info || info->si_code <= 0) return false;
    if (signal != SIGILL && signal != SIGTRAP && signal != SIGSEGV && signal != SIGBUS && signal != SIGFPE) return false;
#if defined(__x86_64__) || defined(__i386__)
    if (signal == SIGTRAP) return false;
#endif
    return true;
}

// The old handler (Swift's backtrace, or the default) goes on from here, on a sane screen.
static void restore(int signal, siginfo_t *info, void *context) {
    (void)context;
    // A page of a mapped file that went missing is no crash: whichever handler comes first mends it.
    if (signal == SIGBUS && info && info->si_code > 0 && mapping_mend(info->si_addr)) return;
    if (!restored) {
        restored = 1;
        ssize_t written = write(output_descriptor, farewell, farewell_length);
        (void)written;
        tcsetattr(input_descriptor, TCSANOW, &before);
        errors_release_in_handler();
        if (parting_length > 0) written = write(STDERR_FILENO, parting, parting_length);
    }
    const struct sigaction standard = {.sa_handler = SIG_DFL};
    for (int i = 0; i < FAULTS; i++)
        if (faults[i] == signal) sigaction(signal, passed_on[i]++ ? &standard : &previous[i], NULL);
    if (comes_again(signal, info)) return;
    raise(signal);
    // Swift's handler returns, so that the fault comes again; one that was sent does not.
    sigaction(signal, &standard, NULL);
    raise(signal);
}

// A stack overflow leaves no stack to handle it on. The Swift runtime may have brought one already.
static void provide_stack(void) {
    stack_t present;
    if (sigaltstack(NULL, &present) != 0 || !(present.ss_flags & SS_DISABLE)) return;
    size_t size = 64 * 1024;
    alternate_stack = alternate_stack ? alternate_stack : malloc(size);
    if (!alternate_stack) return;
    stack_t stack = {.ss_sp = alternate_stack, .ss_size = size};
    sigaltstack(&stack, NULL);
}

static void install(int output, int input, const struct termios *original) {
    output_descriptor = output;
    input_descriptor = input;
    before = *original;
    restored = 0;
    provide_stack();
    struct sigaction action = {.sa_sigaction = restore, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER};
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < FAULTS; i++) {
        passed_on[i] = 0;
        sigaction(faults[i], &action, &previous[i]);
        // What the caller ignores ends nothing.
        if (previous[i].sa_handler == SIG_IGN) sigaction(faults[i], &previous[i], NULL);
    }
}

void guard_install(int output, int input, const struct termios *original) {
    farewell_length = 0;
    append("\033[?2004l");
    // Harmless where no mouse was reported; terminals that have none know neither mode.
    if (tigetstr("kmous") && tigetstr("kmous") != (char *)-1) append("\033[?1006l\033[?1000l");
    append_capability("sgr0");
    append_capability("cnorm");
    append_capability("rmkx");
    append_capability("rmcup");
    install(output, input, original);
}

void guard_install_lines(int output, int input, const struct termios *original, const char *text) {
    farewell_length = 0;
    append(text);
    install(output, input, original);
}

void terminal_parting(const char *text) {
    size_t length = text ? strlen(text) : 0;
    parting_length = 0;
    if (length > sizeof parting) return;
    memcpy(parting, text ? text : "", length);
    parting_length = length;
}

void guard_remove(void) {
    // A handler that came later stays: it passes on to this one, which then has nothing to restore.
    restored = 1;
    for (int i = 0; i < FAULTS; i++) {
        struct sigaction present;
        if (sigaction(faults[i], NULL, &present) == 0 && present.sa_sigaction == restore)
            sigaction(faults[i], &previous[i], NULL);
    }
}
