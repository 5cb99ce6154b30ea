// A mapped file that somebody cuts short answers a read with SIGBUS. The watch puts zeroes where something is gone, so
// that the reader goes on, finds nonsense that it must be able to bear anyway, and asks afterwards whether the
// mapping was damaged.
#include "CKernels.h"

#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { WATCHES = 256 };

// Read in a handler: every field is atomic, and `end` is written last and cleared first.
struct watch {
    uintptr_t start;
    uintptr_t end;
    int damaged;
    int taken;
};

static struct watch watches[WATCHES];
static struct sigaction previous;
static uintptr_t page_size;
static pthread_once_t installed = PTHREAD_ONCE_INIT;

#define LOAD(place) __atomic_load_n(&(place), __ATOMIC_ACQUIRE)
#define STORE(place, value) __atomic_store_n(&(place), (value), __ATOMIC_RELEASE)

bool mapping_mend(const void *address) {
    uintptr_t place = (uintptr_t)address;
    for (int i = 0; i < WATCHES; i++) {
        uintptr_t end = LOAD(watches[i].end), start = LOAD(watches[i].start);
        if (place < start || place >= end) continue;
        STORE(watches[i].damaged, 1);
        // All that follows in one go: a file that was cut short has nothing there either.
        uintptr_t page = place - place % page_size;
        void *zeroes = mmap((void *)page, end - page, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
        return zeroes != MAP_FAILED;
    }
    return false;
}

// Hands a signal that is not about a mapping to whoever handled it before.
static void pass_on(int signal, siginfo_t *info, void *context) {
    if (previous.sa_flags & SA_SIGINFO) {
        previous.sa_sigaction(signal, info, context);
    } else if (previous.sa_handler != SIG_DFL && previous.sa_handler != SIG_IGN) {
        previous.sa_handler(signal);
    } else {
        struct sigaction standard = {.sa_handler = SIG_DFL};
        sigemptyset(&standard.sa_mask);
        sigaction(signal, &standard, NULL);
        // A fault comes again by itself when the handler returns; a signal that was sent must be sent again.
        if (!info || info->si_code <= 0) raise(signal);
    }
}

static void handle(int signal, siginfo_t *info, void *context) {
    // What was sent by kill has no address.
    if (info && info->si_code > 0 && mapping_mend(info->si_addr)) return;
    pass_on(signal, info, context);
}

static void install(void) {
    page_size = (uintptr_t)sysconf(_SC_PAGESIZE);
    struct sigaction action = {.sa_sigaction = handle, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER};
    sigemptyset(&action.sa_mask);
    sigaction(SIGBUS, &action, &previous);
}

int mapping_watch(const void *start, size_t length) {
    pthread_once(&installed, install);
    for (int i = 0; i < WATCHES; i++) {
        int free = 0;
        if (!__atomic_compare_exchange_n(&watches[i].taken, &free, 1, false, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED))
            continue;
        STORE(watches[i].damaged, 0);
        STORE(watches[i].start, (uintptr_t)start);
        // The last page is whole in memory, whatever the file's length.
        uintptr_t end = (uintptr_t)start + length;
        STORE(watches[i].end, (end + page_size - 1) / page_size * page_size);
        return i;
    }
    return -1;
}

bool mapping_is_damaged(int watch) { return watch >= 0 && watch < WATCHES && LOAD(watches[watch].damaged); }

void mapping_unwatch(int watch) {
    if (watch < 0 || watch >= WATCHES) return;
    STORE(watches[watch].end, 0);
    STORE(watches[watch].start, 0);
    STORE(watches[watch].taken, 0);
}
