package dev.plumbline.prisma.syntax;

import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.Span;

/** What can be wrong with a text before its names mean anything. The codes are stable. */
public enum SyntaxRule {
  /** A line at the top of a file that starts no declaration. */
  LINE_IS_A_DECLARATION("syntax.line"),
  /** A block whose keyword is none of Prisma's. */
  BLOCK_HAS_A_KEYWORD("syntax.block"),
  /** A block without its closing brace. */
  BLOCK_IS_CLOSED("syntax.unclosed-block"),
  /** A line of a block that is nothing Prisma knows. */
  LINE_IS_A_MEMBER("syntax.member"),
  /** Text behind an opening brace, which Prisma ignores. */
  NOTHING_FOLLOWS_THE_BRACE("syntax.after-brace"),
  /** Brackets in brackets, deeper than anybody can mean. */
  NESTING_IS_BOUNDED("syntax.nesting"),
  /** A line with more words than anybody can mean. */
  LINE_IS_BOUNDED("syntax.long-line"),
  /** A file with more mistakes than anybody can read. */
  MISTAKES_ARE_COUNTED("syntax.more"),
  /** {@code type Name = Type}. */
  TYPE_ALIASES_ARE_GONE("syntax.type-alias"),
  /** A field without a type. */
  FIELD_HAS_A_TYPE("syntax.field-type"),
  /** {@code name: Type}. */
  FIELD_HAS_NO_COLON("syntax.field-colon"),
  /** {@code Type!}. */
  REQUIRED_IS_NOT_MARKED("syntax.required-mark"),
  /** {@code [Type]}. */
  LIST_IS_MARKED_BEHIND("syntax.list-mark"),
  /** {@code Type[]?}. */
  LIST_IS_NOT_OPTIONAL("syntax.optional-list"),
  /** An escape sequence that JSON does not have. */
  ESCAPE_IS_KNOWN("syntax.escape"),
  /** A {@code \\u} escape that is no character. */
  UNICODE_ESCAPE_IS_VALID("syntax.unicode-escape"),
  /** A directive that cannot be read. */
  DIRECTIVE_IS_READABLE("directive.syntax");

  private final String code;

  SyntaxRule(String code) {
    this.code = code;
  }

  /** The stable dotted code. */
  public String code() {
    return code;
  }

  Diagnostic error(Span span, String message) {
    return Diagnostic.error(code, span, message);
  }

  Diagnostic error(Span span, String message, String help) {
    return Diagnostic.error(code, span, message, help);
  }

  Diagnostic warning(Span span, String message) {
    return Diagnostic.warning(code, span, message);
  }
}
