// CRC-32C: the checksum of every section of a snapshot. Chosen because x86-64 (SSE 4.2) and ARMv8 compute it by an
// instruction, faster than memory delivers the bytes, so that no library is needed.
#include "CKernels.h"

#include <string.h>

enum { POLYNOMIAL_REVERSED = 0x82F63B78u };

// Eight bytes a step by tables (Kounavis and Berry, "slicing by 8"), for processors without the instruction.
static uint32_t tables[8][256];
static int tables_are_ready;

static void prepare_tables(void) {
    for (uint32_t byte = 0; byte < 256; byte++) {
        uint32_t value = byte;
        for (int bit = 0; bit < 8; bit++) value = value & 1 ? value >> 1 ^ POLYNOMIAL_REVERSED : value >> 1;
        tables[0][byte] = value;
    }
    for (int row = 1; row < 8; row++)
        for (int byte = 0; byte < 256; byte++)
            tables[row][byte] = tables[row - 1][byte] >> 8 ^ tables[0][tables[row - 1][byte] & 0xFF];
    // Two threads may do this at once: both write the same.
    __atomic_store_n(&tables_are_ready, 1, __ATOMIC_RELEASE);
}

static uint32_t by_tables(uint32_t state, const uint8_t *bytes, size_t length) {
    if (!__atomic_load_n(&tables_are_ready, __ATOMIC_ACQUIRE)) prepare_tables();
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    for (; length >= 8; bytes += 8, length -= 8) {
        uint32_t low, high;
        memcpy(&low, bytes, 4);
        memcpy(&high, bytes + 4, 4);
        low ^= state;
        state = tables[7][low & 0xFF] ^ tables[6][low >> 8 & 0xFF] ^ tables[5][low >> 16 & 0xFF] ^
                tables[4][low >> 24] ^ tables[3][high & 0xFF] ^ tables[2][high >> 8 & 0xFF] ^
                tables[1][high >> 16 & 0xFF] ^ tables[0][high >> 24];
    }
#endif
    for (; length > 0; bytes++, length--) state = state >> 8 ^ tables[0][(state ^ *bytes) & 0xFF];
    return state;
}

#if defined(__x86_64__)
#include <nmmintrin.h>

__attribute__((target("sse4.2"))) static uint32_t by_instruction(uint32_t state, const uint8_t *bytes, size_t length) {
    uint64_t wide = state;
    for (; length >= 8; bytes += 8, length -= 8) {
        uint64_t word;
        memcpy(&word, bytes, 8);
        wide = _mm_crc32_u64(wide, word);
    }
    state = (uint32_t)wide;
    for (; length > 0; bytes++, length--) state = _mm_crc32_u8(state, *bytes);
    return state;
}

static bool has_instruction(void) { return __builtin_cpu_supports("sse4.2"); }
#elif defined(__aarch64__) && defined(__ARM_FEATURE_CRC32)
#include <arm_acle.h>

static uint32_t by_instruction(uint32_t state, const uint8_t *bytes, size_t length) {
    for (; length >= 8; bytes += 8, length -= 8) {
        uint64_t word;
        memcpy(&word, bytes, 8);
        state = __crc32cd(state, word);
    }
    for (; length > 0; bytes++, length--) state = __crc32cb(state, *bytes);
    return state;
}

static bool has_instruction(void) { return true; }
#else
static uint32_t by_instruction(uint32_t state, const uint8_t *bytes, size_t length) {
    return by_tables(state, bytes, length);
}

static bool has_instruction(void) { return false; }
#endif

uint32_t kernel_crc32c(uint32_t before, const void *bytes, size_t length) {
    return ~(has_instruction() ? by_instruction : by_tables)(~before, bytes, length);
}

uint32_t kernel_crc32c_by_tables(uint32_t before, const void *bytes, size_t length) {
    return ~by_tables(~before, bytes, length);
}
