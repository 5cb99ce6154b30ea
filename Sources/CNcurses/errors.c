// What libraries and the Swift runtime print on standard error would be drawn into the screen, and vanish with it.
#ifdef __linux__
#define _GNU_SOURCE
#endif
#include "internal.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

static int original = -1;
static int captured = -1;

static int open_capture(void) {
#ifdef __linux__
    return memfd_create("standard-error", MFD_CLOEXEC);
#else
    char path[] = P_tmpdir "/firebreak-XXXXXX";
    int descriptor = mkstemp(path);
    if (descriptor >= 0) unlink(path);
    return descriptor;
#endif
}

// Only what would reach the screen is captured: a redirected standard error stays where it is.
void errors_capture(void) {
    if (original >= 0 || !isatty(STDERR_FILENO)) return;
    captured = open_capture();
    if (captured < 0) return;
    original = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    if (original < 0 || dup2(captured, STDERR_FILENO) < 0) {
        if (original >= 0) close(original);
        close(captured);
        original = captured = -1;
    }
}

// Only calls that a signal handler may make.
void errors_release_in_handler(void) {
    if (original < 0) return;
    dup2(original, STDERR_FILENO);
    char buffer[4096];
    off_t offset = 0;
    for (;;) {
        ssize_t count = pread(captured, buffer, sizeof buffer, offset);
        if (count <= 0) break;
        offset += count;
        if (write(STDERR_FILENO, buffer, (size_t)count) < 0) break;
    }
    close(original);
    close(captured);
    original = captured = -1;
}

void errors_release(void) {
    fflush(stderr);
    errors_release_in_handler();
}
