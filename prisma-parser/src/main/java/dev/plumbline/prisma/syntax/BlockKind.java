package dev.plumbline.prisma.syntax;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a block is. */
enum BlockKind {
  MODEL("model", "This line is no field and no attribute."),
  VIEW("view", "This line is no field and no attribute."),
  TYPE("type", "This line is no field and no attribute."),
  ENUM("enum", "This line is no value of an enum."),
  DATASOURCE("datasource", "This line is no property of a datasource."),
  GENERATOR("generator", "This line is no property of a generator."),
  POLICY_ALL("policy_all", "This line is no property of a policy."),
  POLICY_SELECT("policy_select", "This line is no property of a policy."),
  POLICY_INSERT("policy_insert", "This line is no property of a policy."),
  POLICY_UPDATE("policy_update", "This line is no property of a policy."),
  POLICY_DELETE("policy_delete", "This line is no property of a policy.");

  private static final String POLICY = "policy_";

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

  /** Whether the keyword may lack the space behind it. Those of Prisma 8 may not. */
  boolean mayLackSpace() {
    return !keyword.startsWith(POLICY);
  }

  static Optional<BlockKind> named(String keyword) {
    for (BlockKind kind : values()) {
      if (kind.keyword.equals(keyword)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  static List<String> keywords() {
    return Arrays.stream(values()).map(BlockKind::keyword).toList();
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
