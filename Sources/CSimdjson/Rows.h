#pragma once
// The memory of a piece's rows, and what both readers of pieces fill it by.

#include "Beginnings.h"
#include "CSimdjson.h"

#include <simdjson.h>

#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace csj {

/// Names of which a piece has few different ones, by number.
class Symbols {
public:
    /// Beyond this a column is none of few different values.
    static constexpr size_t limit = 4096;
    static constexpr size_t longest = 256;

    Symbols() : slots(16384) {}

    void clear();

    /// The number of `text`, which stays where it is; -1 when there are too many.
    int64_t number(const uint8_t *text, size_t length);

    const std::vector<csj_text> &all() const { return texts; }

private:
    struct Slot {
        uint32_t generation = 0;
        uint32_t number = 0;
    };

    std::vector<csj_text> texts;
    std::vector<Slot> slots;
    uint32_t generation = 1;
};

/// A moment written YYYY-MM-DDTHH:MM:SSZ, in seconds since 1970.
bool parse_moment(const uint8_t *text, size_t length, int64_t &seconds);

/// A whole number of at most 18 digits and a sign.
bool parse_integer(const uint8_t *text, size_t length, int64_t &number);

} // namespace csj

struct csj_rows {
    csj_rows(
        const csj_field *fields, size_t count, const char *extras, size_t longest, const csj_beginnings *beginnings);

    bool read_elements(uint8_t *bytes, size_t length, csj_piece &piece);
    void set_columns(const csj_column *given, size_t count, uint8_t delimiter);
    void read_lines(uint8_t *bytes, size_t length, csj_piece &piece);

private:
    using value = simdjson::ondemand::value;
    using error_code = simdjson::error_code;

    /// A member of an element, or of an object in it.
    struct Member {
        std::string name;
        /// The field that it is; -1 when it is an object or list with fields in it.
        int field;
        /// The members of the object that it is; -1 when it is none.
        int level;
        /// Fields for its first elements when it is a list.
        std::vector<int> items;
        /// The row, from 1, in which it was met last.
        size_t met = 0;
    };

    /// The members of one object.
    struct Level {
        std::vector<Member> members;
        bool takes_extras = false;
        /// The member that comes next when an object is written as the last one was.
        size_t expected = 0;
    };

    void start();
    void describe(csj_piece &piece);
    csj_row &add_row();
    bool is_plain_text(const uint8_t *text, size_t length) const {
        return length <= longest && !beginnings.may_be_in(text, length);
    }
    bool add_extra(const uint8_t *name, size_t length, const csj_cell &value);
    bool set_text(csj_cell &cell, csj_field_type type, const uint8_t *text, size_t length);
    /// A column of a table.
    struct Column {
        int field;
        std::string name;
    };
    /// A field of a line; moves `at` behind it, and says whether it is as simple as it looks.
    bool next_column(uint8_t *&at, uint8_t *end, uint8_t *&text, size_t &length);
    bool set_column(const Column &column, const uint8_t *text, size_t length);

    size_t level_for(const std::string &name);
    Member &member_for(size_t level, const std::string &name);
    /// These return false when the row is general, and set `failure` when the text is no JSON.
    bool read_object(simdjson::ondemand::object object, size_t level);
    /// @param may_be_empty whether an empty text says the same as none.
    bool read_member(value &item, Member &member, bool may_be_empty);
    bool read_list(value &item, const Member &member);
    bool read_value(value &item, csj_cell &cell, csj_field_type type, bool may_be_empty);
    bool read_extra(value &item, const uint8_t *name, size_t length);
    bool text_of(value &item, const uint8_t *&text, size_t &length);
    bool unescaped(const uint8_t *raw, const uint8_t *&text, size_t &length);
    bool fails(error_code error) {
        if (error != simdjson::SUCCESS) failure = error;
        return error != simdjson::SUCCESS;
    }

    std::vector<csj_field> fields;
    std::vector<std::string> paths;
    std::vector<Level> levels;
    std::vector<Column> columns;
    uint8_t delimiter = ',';
    size_t longest;
    const csj_beginnings &beginnings;

    std::vector<csj_row> rows;
    std::vector<csj_cell> cells;
    std::vector<csj_extra> extras;
    csj::Symbols symbols;
    size_t general_count = 0;
    size_t line_count = 0;

    simdjson::ondemand::parser parser;
    error_code failure = simdjson::SUCCESS;
    /// Unescapes strings as fast as simdjson's own kernel for this processor.
    std::unique_ptr<simdjson::internal::dom_parser_implementation> kernel;
    /// Texts that had escapes.
    std::vector<uint8_t> scratch;
    size_t scratch_used = 0;
    const uint8_t *text_end = nullptr;
};
