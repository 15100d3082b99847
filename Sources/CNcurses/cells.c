// From cells to ncurses' own. ncurses then finds the difference to what the terminal shows, and sends it.
#define _XOPEN_SOURCE_EXTENDED 1
#define _XOPEN_SOURCE 700
#include "internal.h"

#include <curses.h>
#include <wchar.h>

static attr_t attributes_of(uint8_t bits) {
  attr_t attributes = A_NORMAL;
  if (bits & CN_BOLD) attributes |= A_BOLD;
  if (bits & CN_DIM) attributes |= A_DIM;
  if (bits & CN_UNDERLINE) attributes |= A_UNDERLINE;
  if (bits & CN_REVERSE) attributes |= A_REVERSE;
#ifdef A_ITALIC
  if (bits & CN_ITALIC) attributes |= A_ITALIC;
#endif
  return attributes;
}

// ncurses lays out its rows by the C library's widths. Where those differ from ours, what it drew would push the rest of the row aside; so the
// glyph gives way to one that nobody disagrees about, with blanks up to the width it was laid out for.
// Below U+0300 nobody disagrees.
static bool is_agreed(const cn_cell *cell) {
  return cell->scalars[0] < 0x300 || wcwidth((wchar_t)cell->scalars[0]) == cell->width;
}

void cn_put(int y, int x, const cn_cell *cells, size_t count) {
  enum { batch = 256 };
  cchar_t row[batch];
  int used = 0;
  int start = x;
  for (size_t i = 0; i < count; i++) {
    const cn_cell *cell = &cells[i];
    attr_t attributes = attributes_of(cell->attributes);
    if (used + 2 > batch) {
      mvadd_wchnstr(y, start, row, used);
      start = x;
      used = 0;
    }
    wchar_t text[CN_SCALARS + 1] = {0};
    if (is_agreed(cell)) {
      for (int k = 0; k < CN_SCALARS; k++) text[k] = (wchar_t)cell->scalars[k];
      setcchar(&row[used++], text, attributes, cell->pair, NULL);
    } else {
      text[0] = 0xFFFD;
      setcchar(&row[used++], text, attributes, cell->pair, NULL);
      text[0] = L' ';
      if (cell->width == 2) setcchar(&row[used++], text, attributes, cell->pair, NULL);
    }
    x += cell->width;
  }
  if (used > 0) mvadd_wchnstr(y, start, row, used);
}

void cn_flush(int cursor_x, int cursor_y) {
  bool shown = cursor_x >= 0 && cursor_y >= 0 && cursor_x < COLS && cursor_y < LINES;
  if (shown) move(cursor_y, cursor_x);
  cn_frame_begin();
  curs_set(shown ? 1 : 0);
  refresh();
  cn_frame_end();
  if (cn_modes_are_awaited()) cn_modes_on();
}

void cn_redraw_row(int y) { wredrawln(stdscr, y, 1); }

void cn_repaint(void) { clearok(curscr, TRUE); }
