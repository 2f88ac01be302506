package dev.plumbline.catalog;

import dev.plumbline.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code pg_get_indexdef} prints behind each key. Postgres prints a collation only when it is
 * not the key's own, and an operator class only when it is not the default for the key's type; the
 * rules behind that (binary coercible types, preferred types, opclasses for any array) stand in no
 * column of the catalog, so its own verdict is read here.
 */
final class IndexDefinition {
  private final String text;
  private int place;

  private IndexDefinition(String text) {
    this.text = text;
    this.place = beginOfKeys(text);
  }

  /**
   * Reads the keys.
   *
   * @param text the whole CREATE INDEX
   * @param expressions for each key its expression as {@code pg_get_indexdef(oid, n, false)} prints
   *     it, or nothing for a column
   */
  static List<Decoration> read(String text, List<Optional<String>> expressions) {
    IndexDefinition definition = new IndexDefinition(text);
    List<Decoration> decorations = new ArrayList<>();
    for (Optional<String> expression : expressions) {
      definition.skipKey(expression);
      decorations.add(definition.decoration());
      definition.skipToNextKey();
    }
    return decorations;
  }

  /** Behind the first parenthesis that is not part of a quoted name. */
  private static int beginOfKeys(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) != '(') {
      i = text.charAt(i) == '"' ? DeparsedText.endOfQuote(text, i) : i + 1;
    }
    return i + 1;
  }

  private void skipKey(Optional<String> expression) {
    if (expression.isPresent() && text.startsWith(expression.get(), place)) {
      place += expression.get().length();
    } else {
      place = DeparsedText.endOfName(text, place);
    }
  }

  private Decoration decoration() {
    Optional<ObjectName> collation = Optional.empty();
    if (take(" COLLATE ")) {
      collation = Optional.of(DeparsedText.objectName(takeName()));
    }
    boolean classNamed =
        text.startsWith(" ", place)
            && !text.startsWith(" DESC", place)
            && !text.startsWith(" NULLS ", place);
    return new Decoration(collation, classNamed);
  }

  private boolean take(String word) {
    boolean found = text.startsWith(word, place);
    place += found ? word.length() : 0;
    return found;
  }

  private String takeName() {
    int begin = place;
    place = DeparsedText.endOfName(text, place);
    return text.substring(begin, place);
  }

  /** Past the operator class, its parameters, the direction, and the comma. */
  private void skipToNextKey() {
    while (place < text.length() && text.charAt(place) != ',' && text.charAt(place) != ')') {
      place =
          switch (text.charAt(place)) {
            case '"', '\'' -> DeparsedText.endOfQuote(text, place);
            case '(' -> DeparsedText.closing(text, place) + 1;
            default -> place + 1;
          };
    }
    place = Math.min(place + 2, text.length());
  }

  /**
   * What stands behind a key.
   *
   * @param collation the collation, when it is not the key's own
   * @param classNamed whether an operator class is named, because it is not the default or has
   *     parameters
   */
  record Decoration(Optional<ObjectName> collation, boolean classNamed) {}
}
