package dev.plumbline.prisma.syntax;

import java.util.Optional;

/** What a block is. */
enum BlockKind {
  MODEL("model", "This line is not a valid field or attribute definition."),
  VIEW("view", "This line is not a valid field or attribute definition."),
  TYPE("type", "This line is not a valid field or attribute definition."),
  ENUM("enum", "This line is not an enum value definition."),
  DATASOURCE("datasource", "This line is not a valid definition within a datasource."),
  GENERATOR("generator", "This line is not a valid definition within a generator.");

  private final String keyword;
  private final String complaint;

  BlockKind(String keyword, String complaint) {
    this.keyword = keyword;
    this.complaint = complaint;
  }

  String keyword() {
    return keyword;
  }

  String complaint() {
    return complaint;
  }

  static Optional<BlockKind> named(String keyword) {
    for (BlockKind kind : values()) {
      if (kind.keyword.equals(keyword)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  static boolean startsAt(Text text, int offset) {
    for (BlockKind kind : values()) {
      if (text.startsWith(kind.keyword, offset)) {
        return true;
      }
    }
    return false;
  }
}
