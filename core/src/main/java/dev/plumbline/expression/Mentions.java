package dev.plumbline.expression;

import dev.plumbline.schema.ObjectName;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names in a piece of SQL. Whether two objects depend on each other is then a matter of whether
 * the text of one mentions the name of the other: this finds every true dependency and, in rare
 * cases, one that is none.
 *
 * @param words all identifiers: bare ones in lower case, quoted ones as they are
 * @param names every two identifiers with a dot between them
 */
public record Mentions(Set<String> words, Set<ObjectName> names) {
  /** Copies the sets. */
  public Mentions {
    words = Set.copyOf(words);
    names = Set.copyOf(names);
  }

  /** No names at all. */
  public static Mentions none() {
    return new Mentions(Set.of(), Set.of());
  }

  /** The names in a text; none in a text that Postgres could not read. */
  public static Mentions of(String sql) {
    var words = new HashSet<String>();
    var names = new HashSet<ObjectName>();
    SqlScanner.scan(sql).ifPresent(tokens -> collect(tokens, words, names));
    return new Mentions(words, names);
  }

  private static void collect(List<Token> tokens, Set<String> words, Set<ObjectName> names) {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.isName()) {
        words.add(token.text());
        if (i >= 2 && tokens.get(i - 1).isSymbol(".") && tokens.get(i - 2).isName()) {
          names.add(new ObjectName(tokens.get(i - 2).text(), token.text()));
        }
      } else if (isRegclass(tokens, i)) {
        // nextval('t_id_seq'::regclass)
        Mentions inside = of(token.text());
        words.addAll(inside.words);
        names.addAll(inside.names);
      }
    }
  }

  private static boolean isRegclass(List<Token> tokens, int i) {
    return tokens.get(i).kind() == Token.Kind.STRING
        && i + 2 < tokens.size()
        && tokens.get(i + 1).isSymbol("::")
        && tokens.get(i + 2).text().equals("regclass");
  }

  /** The names of both. */
  public Mentions and(Mentions other) {
    var allWords = new HashSet<String>(words);
    var allNames = new HashSet<ObjectName>(names);
    allWords.addAll(other.words);
    allNames.addAll(other.names);
    return new Mentions(allWords, allNames);
  }

  /** These and a table whose columns stand bare in the text. */
  public Mentions and(ObjectName table) {
    return and(new Mentions(Set.of(table.name()), Set.of(table)));
  }

  /** Whether an identifier is among them. */
  public boolean contains(String word) {
    return words.contains(word);
  }

  /** Whether all these identifiers are among them. */
  public boolean containsAll(Collection<String> all) {
    return words.containsAll(all);
  }
}
