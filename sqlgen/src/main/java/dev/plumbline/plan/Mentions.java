package dev.plumbline.plan;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The identifiers in a piece of SQL. Whether two objects depend on each other is then a matter of
 * whether the text of one mentions the name of the other: this finds every true dependency and, in
 * rare cases, one that is none, which the ordering can live with.
 */
final class Mentions {
  private final String sql;
  private final Set<String> identifiers = new TreeSet<>();
  private int at;

  private Mentions(String sql) {
    this.sql = sql;
  }

  /** All identifiers: bare ones in lower case, quoted ones as they are. */
  static Set<String> of(String sql) {
    var mentions = new Mentions(sql);
    mentions.scan();
    return mentions.identifiers;
  }

  private void scan() {
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (c == '\'') {
        skipString();
      } else if (c == '"') {
        addQuoted();
      } else if (sql.startsWith("--", at)) {
        skipPast("\n", at);
      } else if (sql.startsWith("/*", at)) {
        skipPast("*/", at + 2);
      } else if (c == '$' && dollarTag() > 0) {
        String tag = sql.substring(at, dollarTag());
        skipPast(tag, at + tag.length());
      } else if (startsIdentifier(c)) {
        addBare();
      } else {
        at++;
      }
    }
  }

  /** Names inside a constant count too where it is a regclass: {@code nextval('t_id_seq')}. */
  private void skipString() {
    int start = at + 1;
    at++;
    while (at < sql.length() && sql.charAt(at) != '\'') {
      at++;
    }
    String text = sql.substring(start, at);
    at++;
    if (!text.isEmpty() && sql.startsWith("::regclass", at)) {
      identifiers.addAll(of(text));
    }
  }

  private void addQuoted() {
    var name = new StringBuilder();
    at++;
    while (at < sql.length()) {
      char c = sql.charAt(at++);
      if (c == '"') {
        if (at >= sql.length() || sql.charAt(at) != '"') {
          break;
        }
        at++;
      }
      name.append(c);
    }
    identifiers.add(name.toString());
  }

  private void addBare() {
    int start = at;
    while (at < sql.length() && continuesIdentifier(sql.charAt(at))) {
      at++;
    }
    identifiers.add(sql.substring(start, at).toLowerCase(Locale.ROOT));
  }

  private void skipPast(String end, int from) {
    int found = sql.indexOf(end, from);
    at = found < 0 ? sql.length() : found + end.length();
  }

  /** The end of the dollar tag that starts here, or -1. */
  private int dollarTag() {
    int end = at + 1;
    while (end < sql.length() && continuesIdentifier(sql.charAt(end)) && sql.charAt(end) != '$') {
      end++;
    }
    return end < sql.length() && sql.charAt(end) == '$' ? end + 1 : -1;
  }

  private static boolean startsIdentifier(char c) {
    return c == '_' || Character.isLetter(c) || c >= 0x80;
  }

  private static boolean continuesIdentifier(char c) {
    return startsIdentifier(c) || Character.isDigit(c) || c == '$';
  }
}
