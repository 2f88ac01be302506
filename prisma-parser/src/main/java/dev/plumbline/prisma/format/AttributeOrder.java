package dev.plumbline.prisma.format;

import dev.plumbline.prisma.syntax.Attribute;
import java.util.Comparator;
import java.util.List;

/** The order in which Prisma puts attributes; those it does not name stay behind the others. */
final class AttributeOrder {
  private static final List<String> NAMES =
      List.of(
          "id", "unique", "default", "updatedAt", "index", "fulltext", "map", "relation", "ignore");

  private AttributeOrder() {}

  /** To be used by a stable sort, so that attributes of one name keep their order. */
  static Comparator<Attribute> comparator() {
    return Comparator.comparingInt(AttributeOrder::place);
  }

  private static int place(Attribute attribute) {
    int place = NAMES.indexOf(attribute.name().text());
    return place < 0 ? NAMES.size() : place;
  }
}
