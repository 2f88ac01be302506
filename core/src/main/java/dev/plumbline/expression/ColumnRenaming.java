package dev.plumbline.expression;

import java.util.List;
import java.util.Map;

/** Replaces the names of columns in the text of an expression. */
final class ColumnRenaming {
  private ColumnRenaming() {}

  static String apply(String text, List<Token> tokens, Map<String, String> renamed) {
    StringBuilder result = new StringBuilder();
    int copied = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      String name = token.isName() ? renamed.get(token.text()) : null;
      if (name != null && isColumn(tokens, i)) {
        result.append(text, copied, token.start());
        result.append('"').append(name.replace("\"", "\"\"")).append('"');
        copied = token.end();
      }
    }
    return result.append(text, copied, text.length()).toString();
  }

  /** A name before a parenthesis is a function, one after a cast a type. */
  private static boolean isColumn(List<Token> tokens, int at) {
    boolean called = tokens.get(at + 1).isSymbol("(") || tokens.get(at + 1).isSymbol(".");
    boolean type = at > 0 && tokens.get(at - 1).isSymbol("::");
    return !called && !type;
  }
}
