#pragma once
// Large tables of alike things, read in pieces: where to cut a text that is too long to hold, and each piece as rows of
// cells. Texts in cells point into the piece, or into memory of the rows, and live until the next piece is read.
//
// A row that holds anything but what the fields ask for is *general*: its cells mean nothing, and another reader has
// to look at it. Nothing here decides what a row means.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Bytes behind a piece that must be there to read, whatever they hold.
enum { CSJ_PADDING = 128 };

/// Where a run of array elements can be cut.
typedef struct {
    /// Behind the last element that is an array or object and whole; 0 when there is none.
    size_t end;
    /// Of the bracket that ends the array itself; CSJ_NOWHERE when it lies further on.
    size_t close;
    /// How deep brackets nest in the elements.
    size_t depth;
} csj_cut;

/// Looks for the end of an array whose elements start at `bytes`. Knows strings and brackets, not grammar: a piece that
/// it cuts has to be parsed. Linear; CSJ_PADDING bytes behind `length` are read.
csj_cut csj_cut_elements(const uint8_t *_Nonnull bytes, size_t length);

/// Where the last element before `length` that is no array or object ends: at the last comma between elements, or 0.
size_t csj_cut_scalars(const uint8_t *_Nonnull bytes, size_t length);

/// Behind the last line end that is in no quoted field, or 0. Fields are quoted as in RFC 4180.
size_t csj_cut_lines(const uint8_t *_Nonnull bytes, size_t length, uint8_t delimiter);

/// How a credential begins.
typedef struct {
    const char *_Nonnull bytes;
    size_t length;
    /// Whether letters match in either case.
    bool ignores_case;
    /// How long the whole credential is at least.
    size_t minimum;
} csj_beginning;

/// A set of beginnings, and of labels before a value, ready to look for. Never changes; any number of threads may share it.
typedef struct csj_beginnings csj_beginnings;
/// Labels are lower-case letters; upper case, `_` and `-` make no difference in a text.
csj_beginnings *_Nullable csj_beginnings_create(
    const csj_beginning *_Nonnull all, size_t count, const csj_beginning *_Nonnull labels, size_t label_count);
void csj_beginnings_destroy(csj_beginnings *_Nullable beginnings);

/// Whether a beginning stands at the start of a word of `text`, or a label before a value, or a URL has a user, so that a credential may be in it. Linear.
bool csj_may_hold(
    const csj_beginnings *_Nonnull beginnings, const uint8_t *_Nullable text, size_t length);

/// What a field's cells hold. `null` and empty texts are absent everywhere.
typedef enum {
    /// A string.
    CSJ_FIELD_TEXT,
    /// A string of which there are few different ones: the cell has its number among the symbols of the piece.
    CSJ_FIELD_SYMBOL,
    /// A whole number, or a moment as YYYY-MM-DDTHH:MM:SSZ, which becomes seconds since 1970.
    CSJ_FIELD_TIME,
    /// A whole number.
    CSJ_FIELD_INTEGER,
    /// Yes or no: 1 or 0.
    CSJ_FIELD_TRUTH,
    /// No field: anything that an extra may hold.
    CSJ_FIELD_EXTRA,
} csj_field_type;

/// One field of a row.
typedef struct {
    /// The member of the element, or of a member of it (`properties/name`). A list has its place at the end: `kinds/0`.
    const char *_Nonnull path;
    csj_field_type type;
} csj_field;

typedef enum { CSJ_CELL_ABSENT, CSJ_CELL_TEXT, CSJ_CELL_NUMBER, CSJ_CELL_TRUTH } csj_cell_type;

typedef struct {
    /// Of a text.
    const uint8_t *_Nullable text;
    /// The value, a symbol's number, or the length of a text in bytes.
    int64_t number;
    csj_cell_type type;
} csj_cell;

/// A member that no field asks for: its name's number among the symbols, and a text, number or truth.
typedef struct {
    csj_cell value;
    uint32_t symbol;
} csj_extra;

typedef struct {
    bool is_general;
    uint32_t first_extra;
    uint32_t extra_count;
    /// In tables: the lines of the piece before it, where it lies in the piece, and how many columns it has.
    uint32_t line;
    uint32_t offset;
    uint32_t length;
    uint32_t columns;
} csj_row;

typedef struct {
    const uint8_t *_Nullable bytes;
    size_t length;
} csj_text;

/// Everything read from one piece.
typedef struct {
    const csj_row *_Nullable rows;
    size_t row_count;
    /// As many for each row as there are fields.
    const csj_cell *_Nullable cells;
    const csj_extra *_Nullable extras;
    const csj_text *_Nullable symbols;
    size_t symbol_count;
    size_t general_count;
    /// In tables: how many lines end in the piece.
    size_t line_count;
} csj_piece;

/// A reader of pieces with its memory, which it uses again for each. One thread at a time.
typedef struct csj_rows csj_rows;

/// @param extras the member of an element whose further members become extras; NULL where there are none.
/// @param longest texts longer than this make their row general, as do those that may hold one of `beginnings`.
csj_rows *_Nullable csj_rows_create(
    const csj_field *_Nonnull fields, size_t count, const char *_Nullable extras, size_t longest,
    const csj_beginnings *_Nonnull beginnings);
void csj_rows_destroy(csj_rows *_Nullable rows);

/// Reads the elements of a JSON array, without its brackets, through simdjson's on-demand parser.
/// @param bytes one byte before it is overwritten, and those behind it.
/// @return false when it is no JSON, or not such as simdjson reads.
bool csj_rows_read_elements(
    csj_rows *_Nonnull rows, uint8_t *_Nonnull bytes, size_t length, csj_piece *_Nonnull piece);

/// One column of a table: the number of its field, or -1 for an extra of this name.
typedef struct {
    int field;
    const char *_Nonnull name;
} csj_column;

/// Says how tables are read that follow. False when there is no memory left.
bool csj_rows_set_columns(
    csj_rows *_Nonnull rows, const csj_column *_Nonnull columns, size_t count, uint8_t delimiter);

/// Reads lines of columns as in RFC 4180. Rows with more or fewer columns than there should be are general, as are those
/// with quotes in quotes; empty lines are none.
/// @param bytes those behind the text are overwritten.
/// @return false when there is no memory left.
bool csj_rows_read_lines(csj_rows *_Nonnull rows, uint8_t *_Nonnull bytes, size_t length, csj_piece *_Nonnull piece);

/// Whether the bytes are UTF-8.
bool csj_is_utf8(const uint8_t *_Nonnull bytes, size_t length);

#ifdef __cplusplus
}
#endif
