package dev.plumbline.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One paragraph of {@code changes.sql}: something that a hand can change in {@link
 * EverythingDatabase}.
 *
 * @param code what differs then: the code of an attribute, or a kind of object with {@code
 *     missing}, {@code unmanaged} or {@code renamed}
 * @param from the oldest major version that can do it
 * @param sentence what happens
 * @param sql the statements
 */
public record CatalogChange(String code, int from, String sentence, String sql) {
  private static final Pattern HEADER =
      Pattern.compile("-- ([a-z-]+\\.[a-z-]+)(?: from (\\d+))?: (.+)");

  /** The changes that a server of this major version can make, in the order of the file. */
  public static List<CatalogChange> of(int major) {
    return all().stream().filter(change -> change.from() <= major).toList();
  }

  /** All changes, in the order of the file. */
  public static List<CatalogChange> all() {
    List<CatalogChange> changes = new ArrayList<>();
    for (String paragraph : EverythingDatabase.text("changes.sql").split("\n\n", -1)) {
      Matcher header = HEADER.matcher(paragraph.lines().findFirst().orElse(""));
      if (header.matches()) {
        int from = header.group(2) == null ? 13 : Integer.parseInt(header.group(2));
        String sql = paragraph.substring(header.end()).strip();
        changes.add(new CatalogChange(header.group(1), from, header.group(3), sql));
      }
    }
    return changes;
  }

  /** The first part of the code: the kind of object. */
  String kind() {
    return code.substring(0, code.indexOf('.'));
  }

  /** The second part of the code: the attribute, or what became of the object. */
  String aspect() {
    return code.substring(code.indexOf('.') + 1);
  }

  @Override
  public String toString() {
    return code + ": " + sentence;
  }
}
