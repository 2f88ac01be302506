package dev.plumbline.prisma.format;

import java.util.ArrayList;
import java.util.List;

/** Rows whose columns stand below each other. */
final class RowGroup {
  private static final String INDENTATION = "  ";

  private final List<Row> rows = new ArrayList<>();

  void add(Row row) {
    rows.add(row);
  }

  /** Writes the rows, and forgets them. */
  void writeTo(StringBuilder out) {
    int[] widths = widths();
    for (Row row : rows) {
      out.append(INDENTATION);
      switch (row) {
        case Row.Aligned aligned -> write(aligned, widths, out);
        case Row.Free free -> out.append(free.text());
      }
      out.append('\n');
    }
    rows.clear();
  }

  private static void write(Row.Aligned row, int[] widths, StringBuilder out) {
    List<String> columns = row.columns();
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      out.append(column);
      if (i < columns.size() - 1) {
        out.repeat(' ', widths[i] - width(column) + 1);
      }
    }
    if (!row.suffix().isEmpty()) {
      out.append(' ').append(row.suffix());
    }
  }

  private int[] widths() {
    var widths = new int[3];
    for (Row row : rows) {
      if (row instanceof Row.Aligned aligned) {
        for (int i = 0; i < aligned.columns().size(); i++) {
          widths[i] = Math.max(widths[i], width(aligned.columns().get(i)));
        }
      }
    }
    return widths;
  }

  // Prisma counts the bytes of UTF-8, not what is seen.
  private static int width(String text) {
    int width = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x800 && !Character.isSurrogate(c)) {
        width += 2;
      } else if (c >= 0x80) {
        width++;
      }
    }
    return width;
  }
}
