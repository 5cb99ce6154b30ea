// sync_file_range is Linux's own.
#define _GNU_SOURCE
#include "CKernels.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

enum { LARGE_PAGE = 2 << 20 };

void kernel_prefer_large_pages(const void *memory, size_t length) {
#ifdef MADV_HUGEPAGE
    if (length < 2 * LARGE_PAGE) return;
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t start = ((uintptr_t)memory + page - 1) & ~(page - 1);
    uintptr_t end = ((uintptr_t)memory + length) & ~(page - 1);
    if (end > start) madvise((void *)start, end - start, MADV_HUGEPAGE);
#endif
}

void kernel_begin_writing_back(int file, uint64_t offset, size_t length) {
#ifdef SYNC_FILE_RANGE_WRITE
    sync_file_range(file, (off_t)offset, (off_t)length, SYNC_FILE_RANGE_WRITE);
#else
    (void)file, (void)offset, (void)length;
#endif
}
