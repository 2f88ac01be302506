package dev.plumbline.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of a {@code .env} file as Prisma does: {@code export}, three kinds of quotes,
 * comments, values over several lines, and {@code ${NAME}} in any value. A dollar sign without
 * braces is one, so that passwords stay what they are.
 */
final class DotEnv {
  // A backslash counts where a quote follows. A loop over alternatives takes stack for each turn,
  // so that it turns at backslashes alone: the values are as long as keys of certificates.
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^\\s*(?:export\\s+)?([\\w.-]+)(?:\\s*=\\s*?|:\\s+?)"
              + "(\\s*'[^'\\\\]*+(?:\\\\'[^'\\\\]*+|\\\\[^'\\\\]*+)*'"
              + "|\\s*\"[^\"\\\\]*+(?:\\\\\"[^\"\\\\]*+|\\\\[^\"\\\\]*+)*\""
              + "|\\s*`[^`\\\\]*+(?:\\\\`[^`\\\\]*+|\\\\[^`\\\\]*+)*`"
              + "|[^#\\r\\n]+)?"
              + "[ \\t]*(?:#.*)?$");
  private static final Pattern REFERENCE = Pattern.compile("(\\\\)?\\$\\{(\\w*)\\}");
  private static final int DEPTH = 20;

  private final Map<String, String> environment;
  private final Map<String, String> values = new LinkedHashMap<>();

  private DotEnv(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * The variables of a file.
   *
   * @param text the file
   * @param environment what is set already, which wins
   */
  static Map<String, String> parse(String text, Map<String, String> environment) {
    DotEnv file = new DotEnv(environment);
    Matcher lines = LINE.matcher(text.replace("\r\n", "\n").replace('\r', '\n'));
    while (lines.find()) {
      String value = lines.group(2) == null ? "" : lines.group(2).strip();
      file.values.put(lines.group(1), value);
    }
    Map<String, String> expanded = new LinkedHashMap<>();
    file.values.forEach((name, value) -> expanded.put(name, file.value(value, 0)));
    return expanded;
  }

  private String value(String raw, int depth) {
    boolean quoted = raw.length() > 1 && raw.charAt(0) == raw.charAt(raw.length() - 1);
    char quote = quoted ? raw.charAt(0) : ' ';
    String text =
        quote == '\'' || quote == '"' || quote == '`' ? raw.substring(1, raw.length() - 1) : raw;
    if (quote == '"') {
      text = text.replace("\\n", "\n").replace("\\r", "\r");
    }
    return expand(text, depth);
  }

  private String expand(String text, int depth) {
    return REFERENCE
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(replacement(match, depth)));
  }

  private String replacement(MatchResult match, int depth) {
    if (match.group(1) != null) {
      return match.group().substring(1);
    }
    String name = match.group(2);
    // Variables may name each other in a circle.
    if (depth > DEPTH) {
      return "";
    }
    return environment.containsKey(name)
        ? environment.getOrDefault(name, "")
        : value(values.getOrDefault(name, ""), depth + 1);
  }
}
