// What NcursesTerminal needs of ncurses and of the terminal, as plain structs and functions: ncurses.h itself does not import into Swift, and
// must not, because its macros, globals and variadic functions differ from system to system.
//
// One screen a process. Only cn_wake may be called from another thread than the one that called cn_open.
#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// Whether there is a terminal to draw on.

typedef enum {
  CN_USABLE = 0,
  CN_OUTPUT_IS_NO_TERMINAL,  // standard output goes elsewhere
  CN_NO_CONTROLLING_TERMINAL,  // /dev/tty cannot be opened
  CN_TERM_UNSET,
  CN_TERM_UNKNOWN,  // terminfo has no such entry
  CN_TERM_TOO_POOR,  // the entry has no way to move the cursor
  CN_FAILED,  // ncurses or the system refused
} cn_usability;

cn_usability cn_probe(void);

// Sets the locale of characters from the environment; true when it is UTF-8.
bool cn_locale_is_utf8(void);

// The screen.

cn_usability cn_open(void);  // takes over terminal, signals and standard error
void cn_leave(void);  // gives them back; the screen may be resumed
void cn_resume(void);
void cn_close(void);  // leaves for good

// The terminal's size: what the kernel says, else LINES and COLUMNS, else 80 by 24. Each at least 1 and at most `limit`.
void cn_size(int limit, int *columns, int *rows);
void cn_resize(int columns, int rows);

// Drawing.

enum { CN_SCALARS = 5 };  // a base and four marks
enum { CN_BOLD = 1, CN_DIM = 2, CN_UNDERLINE = 4, CN_REVERSE = 8, CN_ITALIC = 16 };

typedef struct {
  uint32_t scalars[CN_SCALARS];  // unused places are 0
  uint8_t width;  // columns: 1 or 2
  uint8_t attributes;  // CN_BOLD …
  int16_t pair;
} cn_cell;

int cn_colours(void);  // 0 for none; 8, 16, 256; 1 << 24 where numbers are red-green-blue
int cn_pair_limit(void);
void cn_set_pair(int pair, int foreground, int background);  // -1 is the terminal's own

void cn_put(int y, int x, const cn_cell *cells, size_t count);
void cn_flush(int cursor_x, int cursor_y);  // sends the difference; a negative place hides the cursor
void cn_redraw_row(int y);  // the next flush sends the whole row, and moves it nowhere
void cn_repaint(void);  // the next flush sends everything

// What the terminal says of itself: a string capability without its delays, NULL when there is none. Valid until the next call.
const char *cn_capability(const char *name);
// Whether the terminal understands what xterm does: mouse, bracketed paste and focus reports.
bool cn_is_like_xterm(void);
void cn_use_mouse(bool on);

// Waiting.

enum { CN_INPUT = 1, CN_SIGNAL = 2, CN_WOKEN = 4, CN_CLOSED = 8 };

int cn_wait(int milliseconds);  // a sum of CN_INPUT …, 0 when the time is up; negative waits for ever
int64_t cn_milliseconds(void);  // of a clock that only goes forward
bool cn_has_input(void);  // whether a key waits to be read; takes nothing away from the next wait
ssize_t cn_read(uint8_t *buffer, size_t size);  // 0 or less: the terminal is gone
int cn_next_signal(void);  // the number of a signal that came, 0 when there is none left
void cn_wake(void);  // from any thread: ends a wait
void cn_send(const char *text);  // a request to the terminal that is no drawing; sent as it is, so never data

// Stops the process as Control-Z does, with the terminal given back meanwhile. `group`: all of the pipeline, not this process alone.
void cn_stop(bool group);
// Ends the process by a signal, as if it had never been caught.
void cn_die_by(int signal);

#endif
