package dev.plumbline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code prisma.config.ts} and {@code package.json} say about the schema and the database. The
 * first is a program; what stands in it as a plain string or as {@code env("NAME")} is read, and
 * what it computes is not.
 */
final class ProjectConfig {
  private static final List<String> CONFIG_NAMES =
      Stream.of("prisma.config", ".config/prisma")
          .flatMap(
              name -> Stream.of("ts", "mts", "cts", "js", "mjs", "cjs").map(e -> name + "." + e))
          .toList();

  private static final String STRING = "([\"'`])((?:(?!\\1)[^\\\\$\\n])*)\\1";
  private static final Pattern SCHEMA = Pattern.compile("\\bschema\\s*:\\s*" + STRING);
  private static final Pattern JOINED_SCHEMA =
      Pattern.compile("\\bschema\\s*:\\s*(?:path\\s*\\.\\s*)?(?:join|resolve)\\s*\\(([^)]*)\\)");
  private static final Pattern DATASOURCE =
      Pattern.compile("\\bdatasource\\s*:\\s*\\{([^}]*(?:\\{[^}]*\\}[^}]*)*)\\}");
  private static final Pattern URL = Pattern.compile("(?<![\\w])url\\s*:\\s*" + STRING);
  private static final Pattern URL_VARIABLE =
      Pattern.compile(
          "(?<![\\w])url\\s*:\\s*(?:env\\s*(?:<[^>]*>)?\\(\\s*[\"'`](\\w+)[\"'`]\\s*\\)"
              + "|process\\.env\\.(\\w+)|process\\.env\\[\\s*[\"'`](\\w+)[\"'`]\\s*\\])");
  private static final Pattern ELEMENT = Pattern.compile("([\"'`])([^\"'`$]*)\\1");
  private static final Pattern COMMENT =
      Pattern.compile(
          "(\"(?:\\\\.|[^\"\\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\\n])*+'|`[^`]*`)|//[^\\n]*|/\\*(?s:.*?)\\*/");

  private final Path folder;
  private final Optional<Path> configFile;
  private final String config;

  private ProjectConfig(Path folder, Optional<Path> configFile, String config) {
    this.folder = folder;
    this.configFile = configFile;
    this.config = config;
  }

  /** The configuration of the project in the working folder. */
  static ProjectConfig of(Surroundings surroundings) {
    Path folder = surroundings.folder();
    Optional<Path> file =
        CONFIG_NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
    String text =
        file.map(path -> FileText.read(path, folder.relativize(path).toString())).orElse("");
    return new ProjectConfig(folder, file, COMMENT.matcher(text).replaceAll(ProjectConfig::kept));
  }

  /** The schema's file or folder, when one is named. */
  Optional<Path> schema() {
    return schemaOfConfig()
        .map(name -> configFolder().resolve(name).normalize())
        .or(() -> schemaOfPackage().map(name -> folder.resolve(name).normalize()));
  }

  /** The connection string, when it stands there as a string. */
  Optional<String> url() {
    return datasource().flatMap(block -> group(URL.matcher(block), 2));
  }

  /** The environment variable that holds the connection string, when one is named. */
  Optional<String> urlVariable() {
    return datasource()
        .map(URL_VARIABLE::matcher)
        .filter(Matcher::find)
        .flatMap(match ->
            Stream.of(1, 2, 3)
                .map(number -> Optional.ofNullable(match.group(number)))
                .flatMap(Optional::stream)
                .findFirst());
  }

  private Optional<String> datasource() {
    return group(DATASOURCE.matcher(config), 1);
  }

  private Optional<String> schemaOfConfig() {
    return group(SCHEMA.matcher(config), 2)
        .or(() -> group(JOINED_SCHEMA.matcher(config), 1).flatMap(ProjectConfig::joined));
  }

  // path.join("prisma", "schema"): every part must be a plain string, and __dirname is the folder.
  private static Optional<String> joined(String arguments) {
    StringBuilder path = new StringBuilder();
    for (String argument : arguments.split(",", -1)) {
      String part = argument.strip();
      Matcher string = ELEMENT.matcher(part);
      if (string.matches()) {
        path.append(path.isEmpty() ? "" : "/").append(string.group(2));
      } else if (!part.isEmpty()
          && !part.equals("__dirname")
          && !part.equals("import.meta.dirname")) {
        return Optional.empty();
      }
    }
    return path.isEmpty() ? Optional.empty() : Optional.of(path.toString());
  }

  private Optional<String> schemaOfPackage() {
    Path file = folder.resolve("package.json");
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    String text = FileText.read(file, "package.json");
    // Few packages have this key, and a JSON reader takes its time to load.
    return text.contains("\"prisma\"") ? PackageJson.schema(text) : Optional.empty();
  }

  private Path configFolder() {
    return configFile.map(Path::getParent).orElse(folder).equals(folder.resolve(".config"))
        ? folder
        : configFile.map(Path::getParent).orElse(folder);
  }

  private static String kept(java.util.regex.MatchResult match) {
    String string = match.group(1);
    return string == null ? " " : Matcher.quoteReplacement(string);
  }

  private static Optional<String> group(Matcher matcher, int number) {
    return matcher.find() ? Optional.ofNullable(matcher.group(number)) : Optional.empty();
  }
}
