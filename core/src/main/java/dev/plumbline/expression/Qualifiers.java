package dev.plumbline.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Compares two queries that Postgres printed. Before 16 it wrote the table before every column of a
 * view; since then it leaves it out where the query reads from a single table. So the same query
 * may have one qualifier more, always the same one, on one side.
 */
final class Qualifiers {
  private Qualifiers() {}

  static boolean areAllThatDiffers(List<Token> first, List<Token> second) {
    return first.size() > second.size()
        ? isMore(first, second)
        : second.size() > first.size() && isMore(second, first);
  }

  private static boolean isMore(List<Token> more, List<Token> less) {
    List<Token> qualifiers = new ArrayList<>();
    int i = 0;
    for (int j = 0; j < less.size(); j++) {
      if (isQualifier(more, i) && !isQualifier(less, j)) {
        qualifiers.add(more.get(i));
        i += 2;
      }
      if (i >= more.size() || !areSame(more.get(i), less.get(j))) {
        return false;
      }
      i++;
    }
    return i == more.size()
        && qualifiers.stream().allMatch(it -> areSame(it, qualifiers.getFirst()))
        && isTable(less, qualifiers.getFirst());
  }

  /** A namespace is nowhere without what it holds. */
  private static boolean isTable(List<Token> tokens, Token name) {
    return IntStream.range(0, tokens.size())
        .anyMatch(at -> areSame(tokens.get(at), name) && !isQualifier(tokens, at));
  }

  private static boolean isQualifier(List<Token> tokens, int at) {
    return at + 2 < tokens.size() && tokens.get(at).isName() && tokens.get(at + 1).isSymbol(".");
  }

  private static boolean areSame(Token one, Token other) {
    return one.kind() == other.kind() && one.text().equals(other.text());
  }
}
