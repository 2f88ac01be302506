package dev.plumbline.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Which words of two texts are not in the other one. */
final class WordMarks {
  // A function of a thousand lines is not read word by word.
  private static final int WORDS = 2_000;
  private static final Pattern WORD = Pattern.compile("\\w+|\\s+|[^\\w\\s]");

  private WordMarks() {}

  /**
   * A piece of a text.
   *
   * @param text the piece
   * @param marked whether the other text lacks it
   */
  record Piece(String text, boolean marked) {}

  /**
   * Both texts in pieces.
   *
   * @param expected the first
   * @param actual the second
   */
  record Pair(List<Piece> expected, List<Piece> actual) {}

  static Pair of(String expected, String actual) {
    List<String> first = words(expected);
    List<String> second = words(actual);
    if (first.size() > WORDS || second.size() > WORDS) {
      return new Pair(List.of(new Piece(expected, false)), List.of(new Piece(actual, false)));
    }
    Patch<String> patch = DiffUtils.diff(first, second);
    List<Piece> marks = new ArrayList<>();
    List<Piece> others = new ArrayList<>();
    int at = 0;
    int there = 0;
    for (AbstractDelta<String> delta : patch.getDeltas()) {
      add(marks, first.subList(at, delta.getSource().getPosition()), false);
      add(others, second.subList(there, delta.getTarget().getPosition()), false);
      add(marks, delta.getSource().getLines(), true);
      add(others, delta.getTarget().getLines(), true);
      at = delta.getSource().getPosition() + delta.getSource().size();
      there = delta.getTarget().getPosition() + delta.getTarget().size();
    }
    add(marks, first.subList(at, first.size()), false);
    add(others, second.subList(there, second.size()), false);
    return new Pair(List.copyOf(marks), List.copyOf(others));
  }

  private static void add(List<Piece> pieces, List<String> words, boolean marked) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(String.join("", words), marked));
    }
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }
}
