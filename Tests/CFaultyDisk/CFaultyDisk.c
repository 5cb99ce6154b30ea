#include "CFaultyDisk.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdatomic.h>
#include <string.h>

typedef struct {
    sqlite3_file base;
    /// Valid for as long as the file is open.
    const char *name;
    sqlite3_file *real;
} faulty_file;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs faulty_vfs;

/// Guards what follows: databases that nobody watches are used by other threads meanwhile.
static pthread_mutex_t arming = PTHREAD_MUTEX_INITIALIZER;
static char watched[4096];
static int fails_at, code_of_failure, stays_dead;
static atomic_int operations;

static int is_watched(const char *name) {
    pthread_mutex_lock(&arming);
    int result = name != NULL && watched[0] != 0 && strncmp(name, watched, strlen(watched)) == 0;
    pthread_mutex_unlock(&arming);
    return result;
}

/// The result of the next operation; SQLITE_OK where it does not fail.
static int next_result(void) {
    int number = atomic_fetch_add(&operations, 1);
    int fails = number == fails_at || (stays_dead && number > fails_at);
    return fails ? code_of_failure : SQLITE_OK;
}

static sqlite3_file *real_of(sqlite3_file *file) { return ((faulty_file *)file)->real; }

static int failure_of(sqlite3_file *file) {
    return is_watched(((faulty_file *)file)->name) ? next_result() : SQLITE_OK;
}

static int close_file(sqlite3_file *file) { return real_of(file)->pMethods->xClose(real_of(file)); }

static int read_file(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
    return real_of(file)->pMethods->xRead(real_of(file), bytes, count, offset);
}

static int write_file(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
    int failure = failure_of(file);
    if (failure == SQLITE_OK) return real_of(file)->pMethods->xWrite(real_of(file), bytes, count, offset);
    // Once dead nothing more reaches the disk; the write at which it died does by half.
    if (atomic_load(&operations) == fails_at + 1) {
        real_of(file)->pMethods->xWrite(real_of(file), bytes, count / 2, offset);
    }
    return failure;
}

static int truncate_file(sqlite3_file *file, sqlite3_int64 size) {
    int failure = failure_of(file);
    return failure == SQLITE_OK ? real_of(file)->pMethods->xTruncate(real_of(file), size) : failure;
}

static int synchronize_file(sqlite3_file *file, int flags) {
    int failure = failure_of(file);
    return failure == SQLITE_OK ? real_of(file)->pMethods->xSync(real_of(file), flags) : failure;
}

static int size_of_file(sqlite3_file *file, sqlite3_int64 *size) {
    return real_of(file)->pMethods->xFileSize(real_of(file), size);
}

static int lock_file(sqlite3_file *file, int level) { return real_of(file)->pMethods->xLock(real_of(file), level); }

static int unlock_file(sqlite3_file *file, int level) { return real_of(file)->pMethods->xUnlock(real_of(file), level); }

static int is_reserved(sqlite3_file *file, int *result) {
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), result);
}

static int control_file(sqlite3_file *file, int operation, void *argument) {
    return real_of(file)->pMethods->xFileControl(real_of(file), operation, argument);
}

static int sector_size(sqlite3_file *file) { return real_of(file)->pMethods->xSectorSize(real_of(file)); }

static int characteristics(sqlite3_file *file) {
    return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

static const sqlite3_io_methods faulty_methods = {
    .iVersion = 1,
    .xClose = close_file,
    .xRead = read_file,
    .xWrite = write_file,
    .xTruncate = truncate_file,
    .xSync = synchronize_file,
    .xFileSize = size_of_file,
    .xLock = lock_file,
    .xUnlock = unlock_file,
    .xCheckReservedLock = is_reserved,
    .xFileControl = control_file,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = characteristics,
};

static int open_file(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *given) {
    faulty_file *faulty = (faulty_file *)file;
    (void)vfs;
    faulty->base.pMethods = NULL;
    faulty->real = (sqlite3_file *)(faulty + 1);
    faulty->name = name;
    if (is_watched(name) && (flags & SQLITE_OPEN_MAIN_JOURNAL) != 0) {
        int failure = next_result();
        if (failure != SQLITE_OK) return failure;
    }
    int result = real_vfs->xOpen(real_vfs, name, faulty->real, flags, given);
    if (faulty->real->pMethods != NULL) faulty->base.pMethods = &faulty_methods;
    return result;
}

static int delete_file(sqlite3_vfs *vfs, const char *name, int synchronizes) {
    (void)vfs;
    int failure = is_watched(name) ? next_result() : SQLITE_OK;
    return failure == SQLITE_OK ? real_vfs->xDelete(real_vfs, name, synchronizes) : failure;
}

static void install(void) {
    real_vfs = sqlite3_vfs_find(NULL);
    faulty_vfs = *real_vfs;
    faulty_vfs.zName = "faulty";
    faulty_vfs.pNext = NULL;
    faulty_vfs.szOsFile = (int)sizeof(faulty_file) + real_vfs->szOsFile;
    faulty_vfs.xOpen = open_file;
    faulty_vfs.xDelete = delete_file;
    sqlite3_vfs_register(&faulty_vfs, 1);
}

void faulty_disk_install(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    sqlite3_initialize();
    pthread_once(&once, install);
}

void faulty_disk_arm(const char *folder, int operation, int code, int dead) {
    pthread_mutex_lock(&arming);
    fails_at = operation;
    code_of_failure = code;
    stays_dead = dead;
    atomic_store(&operations, 0);
    strncpy(watched, folder, sizeof watched - 1);
    pthread_mutex_unlock(&arming);
}

int faulty_disk_disarm(void) {
    pthread_mutex_lock(&arming);
    watched[0] = 0;
    pthread_mutex_unlock(&arming);
    return atomic_load(&operations);
}
