package dev.plumbline.cli;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What {@code package.json} says about the schema. */
final class PackageJson {
  private PackageJson() {}

  /** The value of {@code prisma.schema}. */
  static Optional<String> schema(String text) {
    try {
      String schema = JsonMapper.shared().readTree(text).path("prisma").path("schema").asString("");
      return schema.isEmpty() ? Optional.empty() : Optional.of(schema);
    } catch (JacksonException e) {
      throw UserException.error(
          "package.json is no JSON: " + e.getOriginalMessage(), "Correct it, or name the schema.");
    }
  }
}
