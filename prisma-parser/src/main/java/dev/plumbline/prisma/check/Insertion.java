package dev.plumbline.prisma.check;

import dev.plumbline.source.SourceFile;
import java.util.Comparator;

/**
 * Text to put into a file.
 *
 * @param file the file
 * @param offset where
 * @param text what
 */
record Insertion(SourceFile file, int offset, String text) {
  static final Comparator<Insertion> BY_PLACE = Comparator.comparingInt(Insertion::offset);
}
