package dev.plumbline.expression;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the names of columns and types in the text of an expression, and the labels of enums.
 *
 * @param columns old names and new ones
 * @param types old names and new ones
 * @param labels for a type by its old name, old labels and new ones
 */
record ColumnRenaming(
    Map<String, String> columns,
    Map<String, String> types,
    Map<String, Map<String, String>> labels) {

  String apply(String text, List<Token> tokens) {
    StringBuilder result = new StringBuilder();
    int copied = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      String instead = token.isName() ? quoted(renamed(tokens, i), '"') : null;
      if (token.kind() == Token.Kind.STRING) {
        instead = quoted(labels.getOrDefault(castTo(tokens, i), Map.of()).get(token.text()), '\'');
      }
      if (instead != null) {
        result.append(text, copied, token.start()).append(instead);
        copied = token.end();
      }
    }
    return result.append(text, copied, text.length()).toString();
  }

  private static @Nullable String quoted(@Nullable String name, char quote) {
    String mark = Character.toString(quote);
    return name == null ? null : mark + name.replace(mark, mark + mark) + mark;
  }

  /** The bare name of the type that a string is cast to; empty when it is to none. */
  private static String castTo(List<Token> tokens, int at) {
    int name = at + 2;
    if (!tokens.get(at + 1).isSymbol("::")) {
      return "";
    }
    while (name + 2 < tokens.size() && tokens.get(name + 1).isSymbol(".")) {
      name += 2;
    }
    return tokens.get(name).text();
  }

  /** A name before a parenthesis is a function, one after a cast a type. */
  private @Nullable String renamed(List<Token> tokens, int at) {
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
