#pragma once
// A plain C face for simdjson's document parser, so that Swift needs no C++ interoperability.
//
// Every byte reachable from an element belongs to the csj_document it came from and lives until csj_destroy.
// A parsed document never changes, so any number of threads may read it. No exception crosses this border.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "CSimdjsonRows.h"

#ifdef __cplusplus
extern "C" {
#endif

/// Arrays and objects may nest this deep; one level more is refused.
enum { CSJ_MAX_DEPTH = 512 };

/// One parsed text: one JSON document, or several.
typedef struct csj_document csj_document;

/// One value inside a document: two words, free to copy. Use only while its document lives.
typedef struct {
    uintptr_t document;
    size_t index;
} csj_element;

/// A place in a run of values or of members. Stepping is O(1) and skips whole subtrees.
typedef struct {
    csj_element position;
    size_t end;
} csj_iterator;

typedef enum {
    CSJ_ARRAY,
    CSJ_OBJECT,
    CSJ_STRING,
    CSJ_INT64,
    CSJ_UINT64,
    CSJ_DOUBLE,
    CSJ_BOOL,
    CSJ_NULL,
} csj_type;

typedef enum {
    CSJ_OK,
    CSJ_EMPTY,
    CSJ_UNEXPECTED_END,
    CSJ_UNEXPECTED_BYTE,
    CSJ_EXPECTED_KEY,
    CSJ_EXPECTED_COLON,
    CSJ_EXPECTED_COMMA_OR_END,
    CSJ_BAD_ESCAPE,
    CSJ_CONTROL_CHARACTER,
    CSJ_BAD_NUMBER,
    CSJ_NUMBER_OUT_OF_RANGE,
    CSJ_BAD_LITERAL,
    CSJ_TRAILING_CONTENT,
    CSJ_TOO_DEEP,
    CSJ_INVALID_UTF8,
    CSJ_UTF16,
    CSJ_TOO_LARGE,
    CSJ_OUT_OF_MEMORY,
    CSJ_REFUSED,
} csj_code;

typedef struct {
    csj_code code;
    /// Where the text stops being JSON, in bytes from its start.
    size_t offset;
    /// Where the top-level document with the error starts. What lies before is whole documents.
    size_t root_offset;
    /// simdjson's own words, static; NULL before csj_parse.
    const char *_Nullable message;
} csj_error;

/// "No such place".
#define CSJ_NOWHERE SIZE_MAX

/// Parses `bytes`, which may start with a UTF-8 byte order mark and need no padding.
/// @param several accept documents one after another, with or without white space between them.
/// @return NULL after an error, with `error` filled.
csj_document *_Nullable csj_parse(
    const uint8_t *_Nullable bytes, size_t length, bool several, csj_error *_Nonnull error);

/// Frees a document and with it every element, string and iterator that came from it.
void csj_destroy(csj_document *_Nullable document);

/// Iterates over the top-level values: one, unless `several` was given.
csj_iterator csj_roots(const csj_document *_Nonnull document);

/// The offset of the first escaped half of a surrogate pair that became U+FFFD, or CSJ_NOWHERE.
size_t csj_repaired_at(const csj_document *_Nonnull document);

csj_type csj_type_of(csj_element element);

/// The accessors return false when the element is of another type or the number does not fit.
bool csj_string(csj_element element, const char *_Nullable *_Nonnull bytes, size_t *_Nonnull length);
bool csj_int64(csj_element element, int64_t *_Nonnull value);
bool csj_uint64(csj_element element, uint64_t *_Nonnull value);
bool csj_double(csj_element element, double *_Nonnull value);
bool csj_bool(csj_element element, bool *_Nonnull value);

/// The number of elements or members; 0 for a scalar. O(1) below 2^24 of them, then linear.
size_t csj_count(csj_element element);

/// The first member with this key. Linear in the members before it.
bool csj_member(
    csj_element object, const char *_Nullable key, size_t key_length, csj_element *_Nonnull value);

/// Iterates over an array's elements; over nothing when it is no array.
csj_iterator csj_elements(csj_element array);
/// Iterates over an object's members in document order; over nothing when it is no object.
csj_iterator csj_members(csj_element object);

bool csj_next_element(csj_iterator *_Nonnull iterator, csj_element *_Nonnull value);
bool csj_next_member(
    csj_iterator *_Nonnull iterator, const char *_Nullable *_Nonnull key, size_t *_Nonnull key_length,
    csj_element *_Nonnull value);

/// Finds the first sequence that is not UTF-8.
/// @param bad_length the bytes to replace by one U+FFFD: the maximal subpart in Unicode's sense (chapter 3.9).
/// @return its offset, or CSJ_NOWHERE.
size_t csj_first_invalid_utf8(const uint8_t *_Nullable bytes, size_t length, size_t *_Nonnull bad_length);

#ifdef __cplusplus
}
#endif
