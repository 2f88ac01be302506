package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.Datasource;
import dev.plumbline.prisma.model.Datasource.ConfigValue;
import dev.plumbline.prisma.model.Datasource.ExtensionDeclaration;
import dev.plumbline.prisma.model.Datasource.RelationMode;
import dev.plumbline.prisma.syntax.Declaration.Block;
import dev.plumbline.prisma.syntax.Expression;
import dev.plumbline.prisma.syntax.Expression.FunctionCall;
import dev.plumbline.prisma.syntax.Expression.StringLiteral;
import dev.plumbline.prisma.syntax.Member.Property;
import dev.plumbline.source.Span;
import dev.plumbline.source.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code datasource} blocks. */
final class DatasourceReader {
  private static final Set<String> POSTGRES = Set.of("postgresql", "postgres");
  private static final Set<String> OTHERS =
      Set.of("mysql", "sqlite", "sqlserver", "mongodb", "cockroachdb");

  private static final List<String> PROPERTIES =
      List.of(
          "provider",
          "url",
          "directUrl",
          "shadowDatabaseUrl",
          "relationMode",
          "schemas",
          "extensions");

  private static final List<String> ADDRESSES = List.of("url", "shadowDatabaseUrl", "directUrl");

  private final PrismaVersion version;
  private final Report report;
  private final Values values;
  private final ExtensionReader extensionReader;
  private final List<Datasource> datasources = new ArrayList<>();
  private Optional<Span> schemas = Optional.empty();
  private Optional<Span> extensions = Optional.empty();

  DatasourceReader(PrismaVersion version, Report report, Values values) {
    this.version = version;
    this.report = report;
    this.values = values;
    this.extensionReader = new ExtensionReader(report, values);
  }

  Optional<Datasource> datasource() {
    return datasources.stream().findFirst();
  }

  /** The place of {@code schemas}. */
  Optional<Span> schemas() {
    return schemas;
  }

  /** The place of {@code extensions}. */
  Optional<Span> extensions() {
    return extensions;
  }

  void rejectSeveral(List<Block> blocks) {
    if (datasources.size() < 2) {
      return;
    }
    for (Block block : blocks) {
      inDatasource(
          SchemaRule.DATASOURCE_IS_UNIQUE,
          block.name().text(),
          block.span(),
          "A schema has one datasource.");
    }
  }

  void read(Block block, Map<String, Property> properties) {
    Optional<Expression> provider = take(properties, "provider");
    if (provider.isEmpty()) {
      report.error(
          SchemaRule.PROVIDER_IS_GIVEN,
          block.span(),
          "The datasource `" + block.name().text() + "` needs a provider.",
          Optional.of(
              Suggestion.of("provider", properties.keySet())
                  .map(typo -> "Write `provider` for `" + typo + "`.")
                  .orElse("Add `provider = \"postgresql\"`.")));
      return;
    }
    if (!isPostgres(block, provider.get())) {
      return;
    }
    RelationMode mode = relationMode(block, properties);
    Optional<List<ExtensionDeclaration>> extensionList = extensions(properties);
    addresses(block, properties);
    Optional<ConfigValue> url = setting(properties, "url");
    Optional<ConfigValue> shadowDatabaseUrl = setting(properties, "shadowDatabaseUrl");
    Optional<ConfigValue> directUrl = setting(properties, "directUrl");
    rejectPreviewFeatures(properties);
    List<String> schemaNames = take(properties, "schemas").map(this::schemas).orElse(List.of());
    properties.values().forEach(this::unknown);
    datasources.add(
        new Datasource(
            block.name().text(),
            url,
            directUrl,
            shadowDatabaseUrl,
            schemaNames,
            extensionList,
            mode,
            block.span()));
  }

  // Prisma 7 wants them in a file that only TypeScript can read.
  private void addresses(Block block, Map<String, Property> properties) {
    List<Property> found =
        ADDRESSES.stream()
            .flatMap(name -> Optional.ofNullable(properties.get(name)).stream())
            .toList();
    if (version.needsAddresses() && !properties.containsKey("url")) {
      report.error(
          SchemaRule.DATASOURCE_HAS_AN_ADDRESS,
          block.span(),
          "The datasource `" + block.name().text() + "` needs a `url` up to Prisma 6.",
          Optional.of("Add `url = env(\"DATABASE_URL\")`."));
    }
    if (!version.readsAddresses()) {
      found.forEach(property ->
          report.error(
              SchemaRule.ADDRESSES_ARE_IN_THE_CONFIG,
              property.span(),
              "Prisma 7 refuses `" + property.name().text() + "` in a schema.",
              Optional.of("Move it to `datasource` of prisma.config.ts.")));
    } else if (version == PrismaVersion.ANY && !found.isEmpty()) {
      report.warning(
          SchemaRule.ADDRESSES_ARE_IN_THE_CONFIG,
          found.getFirst().span(),
          "Prisma 7 refuses `"
              + String.join("`, `", found.stream().map(it -> it.name().text()).toList())
              + "` in a schema; it reads them from prisma.config.ts.");
    }
  }

  private static Optional<Expression> take(Map<String, Property> properties, String name) {
    return Optional.ofNullable(properties.remove(name)).flatMap(Property::value);
  }

  private boolean isPostgres(Block block, Expression provider) {
    if (provider instanceof FunctionCall call && call.name().text().equals("env")) {
      report.error(
          SchemaRule.PROVIDER_IS_A_STRING,
          block.span(),
          "The provider of a datasource is a plain string, and not `env()`.");
      return false;
    }
    if (!(provider instanceof StringLiteral literal) || literal.value().isEmpty()) {
      String complaint = provider instanceof StringLiteral ? "empty" : "no string";
      inDatasource(
          SchemaRule.PROVIDER_IS_A_STRING,
          block.name().text(),
          provider.span(),
          "the provider is " + complaint + ".");
      return false;
    }
    String name = literal.value();
    if (OTHERS.contains(name)) {
      report.error(
          SchemaRule.PROVIDER_IS_POSTGRES,
          provider.span(),
          "Plumbline knows only PostgreSQL, and the provider of this schema is \"" + name + "\".",
          Optional.of("A schema for PostgreSQL says `provider = \"postgresql\"`."));
      return false;
    }
    if (!POSTGRES.contains(name)) {
      report.error(
          SchemaRule.PROVIDER_IS_POSTGRES,
          provider.span(),
          "There is no provider `" + name + "`.",
          Optional.of("A schema for PostgreSQL says `provider = \"postgresql\"`."));
      return false;
    }
    return true;
  }

  private RelationMode relationMode(Block block, Map<String, Property> properties) {
    Optional<Property> mode = Optional.ofNullable(properties.remove("relationMode"));
    Optional<Property> legacy = Optional.ofNullable(properties.remove("referentialIntegrity"));
    legacy.ifPresent(property ->
        report.warning(
            SchemaRule.RELATION_MODE_HAS_ITS_NAME,
            property.span(),
            "`referentialIntegrity` is the old name of `relationMode`."));
    if (mode.isPresent() && legacy.isPresent()) {
      report.error(
          SchemaRule.RELATION_MODE_IS_GIVEN_ONCE,
          legacy.get().span(),
          "`referentialIntegrity` is the old name of `relationMode`, so only one of them can be written.");
      return RelationMode.FOREIGN_KEYS;
    }
    return mode.or(() -> legacy)
        .flatMap(Property::value)
        .flatMap(values::string)
        .map(word -> relationMode(block, word))
        .orElse(RelationMode.FOREIGN_KEYS);
  }

  private RelationMode relationMode(Block block, String word) {
    return switch (word) {
      case "prisma" -> RelationMode.PRISMA;
      case "foreignKeys" -> RelationMode.FOREIGN_KEYS;
      default -> {
        inDatasource(
            SchemaRule.RELATION_MODE_IS_KNOWN,
            "relationMode",
            block.span(),
            "there is no relation mode `" + word + "`, only `foreignKeys` and `prisma`.");
        yield RelationMode.FOREIGN_KEYS;
      }
    };
  }

  private Optional<List<ExtensionDeclaration>> extensions(Map<String, Property> properties) {
    Optional<Property> property = Optional.ofNullable(properties.remove("extensions"));
    extensions = property.map(Property::span);
    return property.flatMap(Property::value).flatMap(extensionReader::read);
  }

  private Optional<ConfigValue> setting(Map<String, Property> properties, String name) {
    return take(properties, name).flatMap(value -> SettingsPass.setting(value, report, values));
  }

  private void rejectPreviewFeatures(Map<String, Property> properties) {
    Optional.ofNullable(properties.remove("previewFeatures"))
        .ifPresent(property ->
            report.error(
                SchemaRule.PREVIEW_FEATURES_ARE_THE_GENERATORS,
                property.span(),
                "`previewFeatures` stands in the generator, and not in the datasource."));
  }

  private List<String> schemas(Expression list) {
    schemas = Optional.of(list.span());
    Optional<List<StringLiteral>> names =
        values.list(
            list,
            element ->
                values.string(element).isPresent() && element instanceof StringLiteral literal
                    ? Optional.of(literal)
                    : Optional.empty());
    if (names.isEmpty()) {
      return List.of();
    }
    if (names.get().isEmpty()) {
      report.error(SchemaRule.SCHEMAS_ARE_LISTED, list.span(), "The list of schemas is empty.");
    }
    Set<String> seen = new HashSet<>();
    for (StringLiteral name : names.get()) {
      if (!seen.add(name.value())) {
        report.error(
            SchemaRule.SCHEMA_IS_LISTED_ONCE,
            name.span(),
            "The schema `" + name.value() + "` is listed twice.");
      }
    }
    return names.get().stream().map(StringLiteral::value).toList();
  }

  private void unknown(Property property) {
    report.error(
        SchemaRule.PROPERTY_IS_KNOWN,
        property.span(),
        "A datasource has no property `" + property.name().text() + "`.",
        Suggestion.help(property.name().text(), PROPERTIES));
  }

  private void inDatasource(SchemaRule rule, String name, Span span, String message) {
    report.error(rule, span, "Datasource `" + name + "`: " + message);
  }
}
