// The whole of ncurses that the program sees: typed functions over plain cells. ncurses' own globals, macros and
// variadic calls stay behind this line, because Swift can import neither of them safely.
// One terminal a process; every function except terminal_wake is for the thread that opened it.
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum {
    TERMINAL_BOLD = 1 << 0,
    TERMINAL_DIM = 1 << 1,
    TERMINAL_ITALIC = 1 << 2,
    TERMINAL_UNDERLINE = 1 << 3,
    TERMINAL_REVERSE = 1 << 4,
};

/// Added to the parts of a colour, red first, of a terminal that shows all of them.
enum { TERMINAL_RGB = 1 << 24 };

/// One cell: a base and its marks (0 where there is none), colours 0-255, -1 for the terminal's own or TERMINAL_RGB and
/// parts, TERMINAL_BOLD and so on, and its columns: 1, 2, or 0 for the second half of a wide character.
typedef struct {
    uint32_t scalars[4];
    int32_t foreground;
    int32_t background;
    uint8_t attributes;
    uint8_t width;
} terminal_cell;

typedef enum {
    TERMINAL_OK,
    TERMINAL_NOT_A_TERMINAL,
    TERMINAL_UNKNOWN,
    TERMINAL_CANNOT_PLACE_CURSOR,
    TERMINAL_ALREADY_OPEN,
    TERMINAL_SYSTEM_ERROR,
} terminal_status;

/// What terminal_open found out. `error` is an errno, with TERMINAL_SYSTEM_ERROR only. Where there are `direct_colors`,
/// the first eight have numbers, and all others go by their parts.
typedef struct {
    bool utf8;
    bool direct_colors;
    int colors;
    int error;
} terminal_facts;

/// What terminal_wait reports, as bits.
enum {
    TERMINAL_INPUT = 1 << 0,
    TERMINAL_WAKE = 1 << 1,
    TERMINAL_INTERRUPT = 1 << 2,
    TERMINAL_TERMINATE = 1 << 3,
    TERMINAL_HANGUP = 1 << 4,
    TERMINAL_SIGNAL = 1 << 5,
    TERMINAL_CONTINUED = 1 << 6,
};

/// Keys that are no characters, as terminal_read gives them in `key`. ncurses' numbers are macros that Swift cannot
/// import, and KEY_F(n) is none at all.
typedef enum {
    TERMINAL_KEY_NONE,
    TERMINAL_KEY_UP, TERMINAL_KEY_DOWN, TERMINAL_KEY_LEFT, TERMINAL_KEY_RIGHT,
    TERMINAL_KEY_HOME, TERMINAL_KEY_END, TERMINAL_KEY_PAGE_UP, TERMINAL_KEY_PAGE_DOWN,
    TERMINAL_KEY_INSERT, TERMINAL_KEY_DELETE, TERMINAL_KEY_BACKSPACE, TERMINAL_KEY_ENTER, TERMINAL_KEY_BACK_TAB,
    TERMINAL_KEY_ALT_LEFT, TERMINAL_KEY_ALT_RIGHT,
    TERMINAL_KEY_RESIZE, TERMINAL_KEY_PASTE_START, TERMINAL_KEY_PASTE_END, TERMINAL_KEY_MOUSE,
    TERMINAL_KEY_OTHER,
    TERMINAL_KEY_FUNCTION = 100,
} terminal_key;

/// Opens the terminal: standard output, and standard input or else /dev/tty. Chooses the locale, takes over signals
/// and standard error, and sees to it that a crash leaves a sane terminal.
terminal_status terminal_open(bool allow_utf8, terminal_facts *facts);

/// Gives everything back as it was and prints what arrived on standard error meanwhile. Safe to call twice.
void terminal_close(void);

/// What is printed on standard error when the program dies while a terminal is open; NULL for nothing. It has to end its
/// line, because nothing is put together while dying.
void terminal_parting(const char *text);

/// Lines, because getmaxyx is a macro.
int terminal_rows(void);

/// Columns, because getmaxyx is a macro.
int terminal_columns(void);

/// Puts cells into a row, because setcchar needs wide characters, colour pairs and widths that agree with libc's.
void terminal_put(int row, int column, const terminal_cell *cells, int count);

/// Shows what was put, with the cursor at a place, or hidden when the row is negative: one write, so no flicker.
void terminal_flush(int row, int column);

/// Sends bytes that are no picture, such as a text for the terminal's clipboard; the screen stays as it is.
void terminal_transmit(const uint8_t *bytes, int count);

/// Makes the next terminal_flush draw everything anew, after something else may have written to the screen.
void terminal_redraw(void);

/// Waits for input, a wake, or a signal; a negative timeout waits for ever. Returns bits.
int terminal_wait(int timeout_ms);

/// The same without looking at input.
int terminal_wait_wake(int timeout_ms);

/// Reads what is there, waiting at most timeout_ms for the rest of a sequence: the scalar of a character, or 0 with
/// `key` set; -1 when there is nothing.
int32_t terminal_read(int timeout_ms, terminal_key *key);

/// What was done with the mouse.
typedef enum {
    TERMINAL_MOUSE_OTHER,
    TERMINAL_MOUSE_PRESS,
    TERMINAL_MOUSE_WHEEL_UP, TERMINAL_MOUSE_WHEEL_DOWN,
} terminal_mouse_action;

/// Reports the mouse from now on, or no longer; false where the terminal has none.
bool terminal_mouse(bool on);

/// What was done with the mouse, after terminal_read gave TERMINAL_KEY_MOUSE, and over which cell.
terminal_mouse_action terminal_mouse_event(int *row, int *column);

/// What is known of a terminal without opening it, for a report. `name` is that of terminal_name.
typedef struct {
    const char *name;
    bool has_output;
    bool has_input;
    bool is_described;
    bool places_cursor;
    bool has_mouse;
    bool utf8;
    bool direct_colors;
    int colors;
} terminal_description;

/// The name of the description that is used for the TERM of this process: that of a sibling with all colours where
/// COLORTERM says that they are shown, and of a relative where nothing describes the terminal itself. NULL without TERM.
const char *terminal_name(void);

/// Finds out what terminal_open would find, and leaves the terminal alone.
void terminal_describe(terminal_description *description);

/// Makes terminal_wait return TERMINAL_WAKE, from any thread and from signal handlers; never blocks.
void terminal_wake(void);

/// Stops the process group like ctrl-Z in a shell, with the terminal given back until it continues.
void terminal_suspend(void);

/// Takes the terminal again after a stop that nobody announced: whatever ran meanwhile left it as it likes it.
void terminal_resume(void);

/// What lines_open found out.
typedef struct {
    bool utf8;
    /// Whether input comes from a terminal, key by key; else from a file or a pipe.
    bool keys;
} lines_facts;

/// Opens standard input and output without a screen: keys come one by one where input is a terminal that lets them,
/// and nothing is ever drawn. terminal_wait and terminal_wake work as with a screen.
terminal_status lines_open(bool allow_utf8, lines_facts *facts);

/// Gives everything back as it was. Safe to call twice.
void lines_close(void);

/// Reads what is there: the count of bytes, 0 at the end of input, -1 when there is nothing.
long lines_read(uint8_t *bytes, long count);

/// Stops the process group like ctrl-Z in a shell, with the terminal given back until it continues.
void lines_suspend(void);

/// Takes the keys again after a stop that nobody announced.
void lines_resume(void);
