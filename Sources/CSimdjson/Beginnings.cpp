#include "Beginnings.h"

#include <algorithm>
#include <cstring>

static bool is_letter_or_digit(uint8_t byte) {
    return uint8_t((byte | 0x20) - 'a') < 26 || uint8_t(byte - '0') < 10;
}

csj_beginnings::csj_beginnings(
    const csj_beginning *all, size_t count, const csj_beginning *given, size_t label_count) {
    for (size_t i = 0; i < label_count; i++) labels.emplace_back(given[i].bytes, given[i].length);
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
    if (may_assign(text, length)) return true;
    if (length < shortest) return false;
    bool in_word = false;
    // What begins in the last bytes is too short to be any of them.
    for (size_t i = 0; i + shortest <= length; i++) {
        if (!in_word && starts_with[text[i]][text[i + 1]] && matches(text + i, length - i)) return true;
        in_word = is_letter_or_digit(text[i]);
    }
    return false;
}

bool csj_beginnings::may_assign(const uint8_t *text, size_t length) const {
    for (size_t i = 0; i + 1 < length; i++) {
        if (text[i] == '=') {
            if (ends_with_label(text, i)) return true;
        } else if (text[i] == ':') {
            // Behind a colon alone stands the rest of a name. In quotes its label ends before the colon.
            bool is_apart = memchr(" \t\"'\\", text[i + 1], 5) || (i > 0 && memchr(" \t\"'\\", text[i - 1], 5));
            if (is_apart && ends_with_label(text, i)) return true;
            if (text[i + 1] == '/' && memchr(text + i, '@', length - i)) return true;
        }
    }
    return false;
}

/// Whether a label ends there, perhaps with a quote or blanks behind it.
bool csj_beginnings::ends_with_label(const uint8_t *text, size_t length) const {
    for (int gap = 0; gap < 3 && length > 0 && memchr(" \t\"'\\", text[length - 1], 5); gap++) length--;
    return std::any_of(labels.begin(), labels.end(), [&](const std::string &label) {
        size_t left = label.size();
        for (size_t i = length; i > 0 && left > 0; i--) {
            if (text[i - 1] == '_' || text[i - 1] == '-') continue;
            if ((text[i - 1] | 0x20) != uint8_t(label[left - 1])) return false;
            left--;
        }
        return left == 0;
    });
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

csj_beginnings *csj_beginnings_create(
    const csj_beginning *all, size_t count, const csj_beginning *labels, size_t label_count) {
    try {
        return new csj_beginnings(all, count, labels, label_count);
    } catch (...) {
        return nullptr;
    }
}

void csj_beginnings_destroy(csj_beginnings *beginnings) { delete beginnings; }

bool csj_may_hold(const csj_beginnings *beginnings, const uint8_t *text, size_t length) {
    return beginnings->may_be_in(text, length);
}
