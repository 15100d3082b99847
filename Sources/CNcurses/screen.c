// The screen's life: opened once, left and resumed as often as needed, closed once.
#define _XOPEN_SOURCE_EXTENDED 1
#include "internal.h"

#include <curses.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

int cn_tty = -1;
static FILE *stream;
static SCREEN *screen;
static int colours;
// Given back for a while: stopped, or another program has the terminal.
static bool is_left;

static bool open_terminal(void) {
#ifdef __APPLE__
  // poll() does not know /dev/tty there, but it knows the device behind it.
  const char *path = ttyname(STDOUT_FILENO);
  if (path == NULL) path = "/dev/tty";
#else
  const char *path = "/dev/tty";
#endif
  cn_tty = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC);
  return cn_tty >= 0;
}

static int colours_of_terminal(void) {
  const char *none = getenv("NO_COLOR");
  if ((none != NULL && none[0] != '\0') || !has_colors() || start_color() == ERR) return 0;
  if (use_default_colors() == ERR) return 0;
  if (tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || COLORS >= 1 << 24) return 1 << 24;
  return COLORS >= 256 ? 256 : COLORS >= 16 ? 16 : COLORS >= 8 ? 8 : 0;
}

static void close_descriptors(void) {
  cn_frame_release();
  if (stream != NULL) fclose(stream);
  else if (cn_tty >= 0) close(cn_tty);
  stream = NULL;
  cn_tty = -1;
}

// Of columns or rows; no terminal has as many.
enum { largest_side = 4096 };

// The terminal may have changed since it was last looked at, and what is said to it of its last row has to be true.
static void take_size(void) {
  int columns, rows;
  cn_size(largest_side, &columns, &rows);
  cn_resize(columns, rows);
}

cn_usability cn_open(void) {
  if (screen != NULL) return CN_FAILED;
  if (!open_terminal()) return CN_NO_CONTROLLING_TERMINAL;
  stream = fdopen(cn_tty, "r+");
  if (stream == NULL) {
    close_descriptors();
    return CN_FAILED;
  }
  cn_signals_remember();
  cn_remember_shell_modes();
  // The kernel knows the size better than LINES and COLUMNS, which may be an older terminal's.
  use_env(TRUE);
#if NCURSES_VERSION_PATCH >= 20120310
  use_tioctl(TRUE);
#endif
  // Esc is told from a sequence by our decoder; ncurses must not wait for it, nor look for typed keys while it draws.
  set_escdelay(0);
  screen = newterm(NULL, stream, stream);
  if (screen == NULL) {
    close_descriptors();
    return CN_FAILED;
  }
  // After newterm, which opens files for a moment; with very few descriptors allowed, all of ours still fit.
  if (!cn_signals_take()) {
    endwin();
    delscreen(screen);
    screen = NULL;
    close_descriptors();
    return CN_FAILED;
  }
  typeahead(-1);
  raw();
  noecho();
  nonl();
  leaveok(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  colours = colours_of_terminal();
  def_prog_mode();
  cn_modes_prepare();
  cn_crash_take();
  cn_messages_park();
  cn_frame_prepare();
  take_size();
  // What ncurses has to say goes out with the first picture, and ours after it.
  cn_modes_await_picture();
  return CN_USABLE;
}

// Left for a while, not ended: endwin would make ncurses set the terminal's whole palette back on its return (orig_colors), which is the
// reader's own. Everything ncurses believes about the terminal is either made true before leaving or sent anew after the clear of the return.
void cn_leave(void) {
  if (screen == NULL || is_left) return;
  is_left = true;
  take_size();
  cn_modes_off();
  curs_set(1);
  cn_send_plain_attributes();
  cn_scroll_whole_screen(LINES);
  cn_go_to_last_row(LINES);
  cn_send(cn_capability("rmcup"));
  cn_restore_shell_modes();
  cn_messages_release();
}

void cn_resume(void) {
  if (screen == NULL) return;
  cn_remember_shell_modes();
  cn_messages_park();
  reset_prog_mode();
  if (is_left) cn_send(cn_capability("smcup"));
  is_left = false;
  // Drawn before our own modes: ncurses sends its modes with the first picture.
  clearok(curscr, TRUE);
  cn_frame_begin();
  doupdate();
  cn_frame_end();
  cn_modes_on();
  clearok(curscr, TRUE);
}

void cn_close(void) {
  if (screen == NULL) return;
  if (!is_left) {
    // Closed before anything was drawn: ncurses leaves what it has entered only.
    if (cn_modes_are_awaited()) {
      cn_frame_begin();
      refresh();
      cn_frame_end();
    }
    take_size();
    cn_modes_off();
    endwin();
    cn_restore_shell_modes();
    cn_messages_release();
  }
  is_left = false;
  cn_signals_give_back();
  delscreen(screen);
  screen = NULL;
  close_descriptors();
}

static int bounded(int side, int limit) { return side < 1 ? 1 : side > limit ? limit : side; }

static int number_in(const char *variable) {
  const char *text = getenv(variable);
  if (text == NULL) return 0;
  long number = strtol(text, NULL, 10);
  return number > 0 && number <= 32767 ? (int)number : 0;
}

void cn_size(int limit, int *columns, int *rows) {
  struct winsize size;
  memset(&size, 0, sizeof size);
  // Before the screen is open, standard output is the same terminal.
  ioctl(cn_tty >= 0 ? cn_tty : STDOUT_FILENO, TIOCGWINSZ, &size);
  int wide = size.ws_col > 0 ? size.ws_col : number_in("COLUMNS");
  int high = size.ws_row > 0 ? size.ws_row : number_in("LINES");
  *columns = bounded(wide > 0 ? wide : 80, limit);
  *rows = bounded(high > 0 ? high : 24, limit);
}

void cn_resize(int columns, int rows) {
  if (screen == NULL || (LINES == rows && COLS == columns)) return;
  resizeterm(rows, columns);
  cn_scroll_whole_screen(rows);
  // What a terminal does with its cells when it grows or shrinks differs; nothing of it is counted on.
  clearok(curscr, TRUE);
}

int cn_colours(void) { return colours; }

int cn_pair_limit(void) { return colours > 0 ? COLOR_PAIRS : 0; }

void cn_set_pair(int pair, int foreground, int background) {
  if (colours == 0 || pair < 1 || pair >= COLOR_PAIRS) return;
#if defined(NCURSES_EXT_COLORS) && NCURSES_EXT_COLORS >= 20170401
  init_extended_pair(pair, foreground, background);
#else
  init_pair((short)pair, (short)foreground, (short)background);
#endif
}
