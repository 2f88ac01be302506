package dev.plumbline.parity;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Takes parts of relations away, and adds fields that are relations. */
final class RelationMutation {
  private static final Pattern MODEL = Pattern.compile("(?m)^model +(\\w+) +\\{\\n");

  private final Draw draw;

  RelationMutation(Draw draw) {
    this.draw = draw;
  }

  /** One change. */
  String of(String text) {
    return switch (draw.between(0, 5)) {
      case 0 -> one(text, "(?m)^.*@relation.*\\n", "");
      case 1 -> one(text, "@relation\\([^\\n]*?\\)(?=\\s|$)", attribute());
      case 2 -> one(text, "(?m)^ +\\w+ +[A-Z]\\w+\\[\\].*\\n", "");
      case 3 -> one(text, "fields: *\\[[^\\]]*\\] *,? *", "");
      case 4 -> one(text, ",? *references: *\\[[^\\]]*\\]", "");
      default -> withNewField(text);
    };
  }

  private String attribute() {
    return draw.of(
        "",
        "@relation",
        "@relation()",
        "@relation(\"n\")",
        "@relation(onDelete: Cascade)",
        "@relation(name: \"r\")",
        "@relation(fields: [], references: [])",
        "@relation(references: [id])");
  }

  private String one(String text, String pattern, String replacement) {
    List<MatchResult> found = Pattern.compile(pattern).matcher(text).results().toList();
    if (found.isEmpty()) {
      return text;
    }
    MatchResult chosen = draw.of(found);
    return text.substring(0, chosen.start()) + replacement + text.substring(chosen.end());
  }

  private String withNewField(String text) {
    List<MatchResult> models = MODEL.matcher(text).results().toList();
    if (models.isEmpty()) {
      return text;
    }
    String target = draw.of(models).group(1);
    String name = draw.of("rel", "owner", "xs", target.toLowerCase(Locale.ROOT));
    String rest =
        draw.of("", "?", "[]", "[]", " @relation", " @relation(\"q\")", "? @ignore", " ?", "!");
    int at = draw.of(models).end();
    String field = "  " + name + " " + target + rest + draw.of("", " // c", " /// d") + "\n";
    return text.substring(0, at) + field + text.substring(at);
  }
}
