#pragma once
// How credentials begin, as one table of first pairs of bytes and the full list behind it.

#include "CSimdjson.h"

#include <bitset>
#include <string>
#include <vector>

struct csj_beginnings {
    csj_beginnings(const csj_beginning *all, size_t count, const csj_beginning *labels, size_t label_count);

    /// Whether a label stands before a value, or the user of a URL before its host, or one of the beginnings stands at the start of a word, with enough text behind it for the shortest credential.
    bool may_be_in(const uint8_t *text, size_t length) const;

private:
    struct Beginning {
        std::string bytes;
        bool ignores_case;

        bool matches(uint8_t byte, size_t place) const {
            uint8_t own = uint8_t(bytes[place]);
            return byte == own || (ignores_case && (byte | 0x20) == (own | 0x20));
        }
    };

    bool matches(const uint8_t *text, size_t length) const;
    bool may_assign(const uint8_t *text, size_t length) const;
    bool ends_with_label(const uint8_t *text, size_t length) const;

    std::vector<std::string> labels;
    std::vector<Beginning> rows;
    std::bitset<256> starts_with[256];
    /// No credential is shorter; at least 2, so that a pair can be looked at.
    size_t shortest = SIZE_MAX;
};
