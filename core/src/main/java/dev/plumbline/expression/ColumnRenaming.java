package dev.plumbline.expression;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replaces the names of columns and types in the text of an expression. */
final class ColumnRenaming {
  private ColumnRenaming() {}

  static String apply(
      String text, List<Token> tokens, Map<String, String> columns, Map<String, String> types) {
    StringBuilder result = new StringBuilder();
    int copied = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      String name = token.isName() ? renamed(tokens, i, columns, types) : null;
      if (name != null) {
        result.append(text, copied, token.start());
        result.append('"').append(name.replace("\"", "\"\"")).append('"');
        copied = token.end();
      }
    }
    return result.append(text, copied, text.length()).toString();
  }

  /** A name before a parenthesis is a function, one after a cast a type. */
  private static @Nullable String renamed(
      List<Token> tokens, int at, Map<String, String> columns, Map<String, String> types) {
    String name = tokens.get(at).text();
    Token next = tokens.get(at + 1);
    if (next.isSymbol(".")) {
      return null;
    }
    int before = at > 1 && tokens.get(at - 1).isSymbol(".") ? at - 3 : at - 1;
    if (before >= 0 && tokens.get(before).isSymbol("::")) {
      return types.get(name);
    }
    return next.isSymbol("(") ? null : columns.get(name);
  }
}
