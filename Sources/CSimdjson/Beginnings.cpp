#include "Beginnings.h"

#include <algorithm>

static bool is_letter_or_digit(uint8_t byte) {
    return uint8_t((byte | 0x20) - 'a') < 26 || uint8_t(byte - '0') < 10;
}

csj_beginnings::csj_beginnings(const csj_beginning *all, size_t count) {
    for (size_t i = 0; i < count; i++) {
        Beginning row{std::string(all[i].bytes, all[i].length), all[i].ignores_case};
        shortest = std::min(shortest, std::max<size_t>(all[i].minimum, row.bytes.size()));
        for (int first = 0; first < 256; first++) {
            for (int second = 0; second < 256; second++) {
                if (row.matches(uint8_t(first), 0) && (row.bytes.size() < 2 || row.matches(uint8_t(second), 1)))
                    starts_with[first].set(size_t(second));
            }
        }
        rows.push_back(row);
    }
    shortest = std::max<size_t>(shortest, 2);
}

bool csj_beginnings::may_be_in(const uint8_t *text, size_t length) const {
    if (length < shortest) return false;
    bool in_word = false;
    // What begins in the last bytes is too short to be any of them.
    for (size_t i = 0; i + shortest <= length; i++) {
        if (!in_word && starts_with[text[i]][text[i + 1]] && matches(text + i, length - i)) return true;
        in_word = is_letter_or_digit(text[i]);
    }
    return false;
}

bool csj_beginnings::matches(const uint8_t *text, size_t length) const {
    for (const Beginning &row : rows) {
        if (row.bytes.size() > length) continue;
        size_t same = 0;
        while (same < row.bytes.size() && row.matches(text[same], same)) same++;
        if (same == row.bytes.size()) return true;
    }
    return false;
}

csj_beginnings *csj_beginnings_create(const csj_beginning *all, size_t count) {
    try {
        return new csj_beginnings(all, count);
    } catch (...) {
        return nullptr;
    }
}

void csj_beginnings_destroy(csj_beginnings *beginnings) { delete beginnings; }

bool csj_may_hold(const csj_beginnings *beginnings, const uint8_t *text, size_t length) {
    return beginnings->may_be_in(text, length);
}
