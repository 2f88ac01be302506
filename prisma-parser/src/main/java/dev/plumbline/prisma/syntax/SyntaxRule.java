package dev.plumbline.prisma.syntax;

import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.DiagnosticRule;
import dev.plumbline.source.Severity;
import dev.plumbline.source.Span;
import java.util.Optional;

/** What can be wrong with a text before its names mean anything. The codes are stable. */
public enum SyntaxRule implements DiagnosticRule {
  LINE_IS_A_DECLARATION("syntax.line", "A line at the top of a file starts a declaration."),
  BLOCK_HAS_A_KEYWORD(
      "syntax.block",
      "A block starts with `model`, `view`, `enum`, `type`, `datasource` or `generator`."),
  BLOCK_IS_CLOSED("syntax.unclosed-block", "A block ends with `}` on a line of its own."),
  LINE_IS_A_MEMBER(
      "syntax.member",
      "A line of a block is a field, a value, a property or an attribute, and complete."),
  NOTHING_FOLLOWS_THE_BRACE(
      "syntax.after-brace",
      "Nothing but a comment follows an opening brace on its line; Prisma ignores it."),
  NESTING_IS_BOUNDED("syntax.nesting", "Brackets are not nested deeper than anybody can mean."),
  LINE_IS_BOUNDED("syntax.long-line", "A line has no more words than anybody can mean."),
  MISTAKES_ARE_COUNTED(
      "syntax.more", "A file has no more mistakes than anybody can read; the rest is counted."),
  TYPE_ALIASES_ARE_GONE(
      "syntax.type-alias", "`type Name = Type` is no longer part of the language."),
  COMPOSITE_TYPE_HAS_NO_KEY(
      "syntax.composite-type", "Keys, indexes and relations are of models, not of `type`."),
  FIELD_HAS_A_TYPE("syntax.field-type", "A field has a name and a type."),
  FIELD_HAS_NO_COLON(
      "syntax.field-colon", "No colon stands between the name and the type of a field."),
  REQUIRED_IS_NOT_MARKED(
      "syntax.required-mark", "A required field has no mark; `Type!` is of an older language."),
  LIST_IS_MARKED_BEHIND("syntax.list-mark", "A list is written `Type[]`."),
  LIST_IS_NOT_OPTIONAL("syntax.optional-list", "A list is not optional; it may be empty."),
  ESCAPE_IS_KNOWN("syntax.escape", "A backslash in a string starts an escape sequence of JSON."),
  UNICODE_ESCAPE_IS_VALID(
      "syntax.unicode-escape", "`\\u` and four hexadecimal digits are a character."),
  DIRECTIVE_IS_READABLE(
      "directive.syntax", "A directive stands on one line and looks like `@pg.name(arguments)`.");

  private final String code;
  private final String meaning;

  SyntaxRule(String code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String meaning() {
    return meaning;
  }

  @Override
  public Optional<String> engineCode() {
    boolean ours = this == NOTHING_FOLLOWS_THE_BRACE || this == DIRECTIVE_IS_READABLE;
    return ours ? Optional.empty() : Optional.of("P1012");
  }

  Diagnostic error(Span span, String message) {
    return Diagnostic.error(code, span, message);
  }

  Diagnostic error(Span span, String message, String help) {
    return Diagnostic.error(code, span, message, help);
  }

  Diagnostic error(Span span, String message, Optional<String> help) {
    return new Diagnostic(code, Severity.ERROR, span, message, help);
  }

  Diagnostic warning(Span span, String message) {
    return Diagnostic.warning(code, span, message);
  }
}
