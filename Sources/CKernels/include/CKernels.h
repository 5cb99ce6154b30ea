#pragma once
// The few things that a hot loop needs and Swift has no words for.

#include <stddef.h>
#include <stdint.h>

#include "RowSearch.h"

/// Asks for the cache line at `address`, which need not be valid memory.
static inline void kernel_prefetch(const void *_Nullable address) { __builtin_prefetch(address, 0, 3); }

/// Asks for the cache line at `address` in order to write to it.
static inline void kernel_prefetch_to_write(const void *_Nullable address) { __builtin_prefetch(address, 1, 3); }
