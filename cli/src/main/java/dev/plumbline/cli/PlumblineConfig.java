package dev.plumbline.cli;

import dev.plumbline.report.Paint;
import dev.plumbline.schema.InitialGrants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlInvalidTypeException;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * What {@code plumbline.toml} says. It lies in the working folder or in one above, up to that of
 * the repository. What it does not know is an error and not passed over: a misspelt rule would
 * silently do nothing.
 *
 * @param name the file, as it is called in messages
 * @param ignores which drift is accepted
 * @param access who shall own what, and what others may do
 */
record PlumblineConfig(String name, List<IgnoreRule> ignores, AccessConfig access) {
  private static final String FILE = "plumbline.toml";
  private static final String RULE_HELP =
      "A rule is { object = \"public.audit_*\", kind = \"index.*\", reason = \"why\", until ="
          + " 2030-01-31 }; until may be left out.";

  /** Copies the list. */
  PlumblineConfig {
    ignores = List.copyOf(ignores);
  }

  /** Reads the file, when there is one. */
  static PlumblineConfig of(Surroundings surroundings) {
    Optional<Path> file = find(surroundings.folder());
    if (file.isEmpty()) {
      return new PlumblineConfig(FILE, List.of(), AccessConfig.unsaid());
    }
    String name = new SchemaFiles(surroundings).shown(file.get());
    return read(FileText.read(file.get(), name), name);
  }

  private static Optional<Path> find(Path start) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve(FILE))) {
        return Optional.of(folder.resolve(FILE));
      } else if (Files.exists(folder.resolve(".git"))) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * Reads a configuration.
   *
   * @throws UserException when it is no TOML, or says what is not known
   */
  static PlumblineConfig read(String text, String name) {
    TomlParseResult root = Toml.parse(text);
    if (root.hasErrors()) {
      TomlParseError error = root.errors().getFirst();
      throw at(name, error.position(), "this is no TOML: " + error.getMessage(), RULE_HELP);
    }
    try {
      return read(root, name);
    } catch (TomlInvalidTypeException e) {
      throw UserException.error(name + ": " + e.getMessage(), RULE_HELP);
    }
  }

  private static PlumblineConfig read(TomlTable root, String name) {
    knows(root, Set.of("drift"), name);
    TomlTable drift = root.getTableOrEmpty("drift");
    knows(drift, Set.of("ignore", "owner", "grants"), name);
    TomlArray rules = drift.getArrayOrEmpty("ignore");
    return new PlumblineConfig(
        name,
        IntStream.range(0, rules.size()).mapToObj(i -> rule(rules.getTable(i), name)).toList(),
        new AccessConfig(Optional.ofNullable(drift.getString("owner")), grants(drift, name)));
  }

  private static Optional<Map<String, Set<String>>> grants(TomlTable drift, String name) {
    Optional<TomlTable> grants = Optional.ofNullable(drift.getTable("grants"));
    return grants.map(table ->
        table.keySet().stream()
            .collect(
                Collectors.toMap(
                    role ->
                        role.equalsIgnoreCase(InitialGrants.PUBLIC) ? InitialGrants.PUBLIC : role,
                    role -> privileges(table, role, name))));
  }

  private static Set<String> privileges(TomlTable grants, String role, String name) {
    TomlArray list = grants.getArrayOrEmpty(List.of(role));
    Set<String> privileges = new TreeSet<>();
    for (int i = 0; i < list.size(); i++) {
      String privilege = list.getString(i).toUpperCase(Locale.ROOT);
      if (!AccessConfig.tablePrivileges().contains(privilege)) {
        throw at(
            name,
            list.inputPositionOf(i),
            "a table knows no privilege " + Paint.printable(privilege),
            "There are " + String.join(", ", new TreeSet<>(AccessConfig.tablePrivileges())) + ".");
      }
      privileges.add(privilege);
    }
    return privileges;
  }

  private static IgnoreRule rule(TomlTable rule, String name) {
    knows(rule, Set.of("object", "kind", "reason", "until"), name);
    Optional<String> reason = Optional.ofNullable(rule.getString("reason"));
    if (reason.filter(why -> !why.isBlank()).isEmpty()) {
      String first = rule.keySet().stream().findFirst().orElse("reason");
      throw at(name, rule.inputPositionOf(first), "this rule has no reason", RULE_HELP);
    }
    return new IgnoreRule(
        rule.getString("object", () -> "*"),
        rule.getString("kind", () -> "*"),
        reason.get(),
        Optional.ofNullable(rule.getLocalDate("until")));
  }

  private static void knows(TomlTable table, Set<String> keys, String name) {
    for (String key : table.keySet()) {
      if (!keys.contains(key)) {
        throw at(
            name,
            table.inputPositionOf(key),
            "nobody knows " + Paint.printable(key) + " here",
            "What can stand here: " + String.join(", ", keys.stream().sorted().toList()) + ".");
      }
    }
  }

  private static UserException at(
      String name, @Nullable TomlPosition place, String message, String help) {
    String where = place == null ? "" : ":" + place.line() + ":" + place.column();
    return UserException.error(name + where + ": " + message, help);
  }
}
