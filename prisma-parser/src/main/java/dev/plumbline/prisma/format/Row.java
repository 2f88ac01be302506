package dev.plumbline.prisma.format;

import java.util.List;

/** A line of a block. */
sealed interface Row {

  /**
   * A line whose columns stand below those of its group.
   *
   * @param columns the columns; empty ones at the end take no room
   * @param suffix what follows them, with one space between: a trailing comment
   */
  record Aligned(List<String> columns, String suffix) implements Row {
    /** Drops the empty columns at the end. */
    public Aligned {
      int width = columns.size();
      while (width > 0 && columns.get(width - 1).isEmpty()) {
        width--;
      }
      columns = List.copyOf(columns.subList(0, width));
    }
  }

  /**
   * A line of its own: a comment, or text that cannot be understood.
   *
   * @param text the line
   */
  record Free(String text) implements Row {}
}
