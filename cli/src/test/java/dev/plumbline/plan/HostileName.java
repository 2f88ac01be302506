package dev.plumbline.plan;

import dev.plumbline.schema.NameLimit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name, put into a script by the plainest means, which are not those of the code under test.
 *
 * @param name the name
 */
record HostileName(String name) {
  private static final Pattern IDENTIFIER = Pattern.compile("\\[\\[(.*?)]]");
  private static final Pattern TEXT = Pattern.compile("\\{\\{(.*?)}}");

  /** The script with the name in place of what stands for it. */
  String in(String script) {
    String texts =
        TEXT.matcher(script).replaceAll(found -> Matcher.quoteReplacement(text(found.group(1))));
    return identifiers(texts);
  }

  private String identifiers(String text) {
    return IDENTIFIER
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(identifier(found.group(1))));
  }

  private String identifier(String suffix) {
    return '"' + with(suffix).replace("\"", "\"\"") + '"';
  }

  private String text(String content) {
    String text = content.contains("[[") ? identifiers(content) : with(content);
    return "'" + text.replace("'", "''") + "'";
  }

  /** The name with something at its end, as long as a name can be. */
  String with(String suffix) {
    return NameLimit.cut(name, NameLimit.BYTES - NameLimit.bytes(suffix)) + suffix;
  }
}
