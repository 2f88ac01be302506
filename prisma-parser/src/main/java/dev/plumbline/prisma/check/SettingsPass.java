package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.Datasource;
import dev.plumbline.prisma.model.Datasource.ConfigValue;
import dev.plumbline.prisma.model.Generator;
import dev.plumbline.prisma.syntax.ArgumentList.Argument;
import dev.plumbline.prisma.syntax.Declaration.Block;
import dev.plumbline.prisma.syntax.Expression;
import dev.plumbline.prisma.syntax.Expression.FunctionCall;
import dev.plumbline.prisma.syntax.Expression.StringLiteral;
import dev.plumbline.prisma.syntax.Member.Property;
import dev.plumbline.prisma.syntax.SyntaxTree;
import dev.plumbline.source.SourceFile;
import dev.plumbline.source.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fourth pass: what generators and the datasource say. */
final class SettingsPass {
  private final SchemaDraft schema;
  private final PrismaVersion version;
  private final Report report;
  private final Values values;
  private final Set<String> enabled = new HashSet<>();

  SettingsPass(SchemaDraft schema, PrismaVersion version, Report report) {
    this.schema = schema;
    this.version = version;
    this.report = report;
    this.values = new Values(report);
  }

  /** Looks at one file after the other, as Prisma does. */
  Settings run(List<SyntaxTree> trees) {
    List<DatasourceReader> readers = new ArrayList<>();
    List<Generator> generators = new ArrayList<>();
    for (SyntaxTree tree : trees) {
      readers.add(datasources(in(tree.file(), schema.datasources())));
      generators.addAll(generators(in(tree.file(), schema.generators())));
    }
    List<DatasourceReader> found =
        readers.stream().filter(reader -> reader.datasource().isPresent()).toList();
    found.stream().skip(1).forEach(later -> hasNoEffect(later, found.get(0)));
    Optional<DatasourceReader> first = found.stream().findFirst();
    return new Settings(
        first.flatMap(DatasourceReader::datasource),
        generators,
        new PreviewFeatures(enabled),
        first.flatMap(DatasourceReader::schemas),
        first.flatMap(DatasourceReader::extensions));
  }

  private static List<Block> in(SourceFile file, List<Block> blocks) {
    return blocks.stream().filter(block -> block.span().file().equals(file)).toList();
  }

  private DatasourceReader datasources(List<Block> blocks) {
    DatasourceReader reader = new DatasourceReader(version, report, values);
    for (Block block : blocks) {
      properties(block, "datasource").ifPresent(properties -> reader.read(block, properties));
    }
    reader.rejectSeveral(blocks);
    return reader;
  }

  // Prisma looks for a second datasource only in the file of the first.
  private void hasNoEffect(DatasourceReader later, DatasourceReader first) {
    Datasource unused = later.datasource().orElseThrow();
    Datasource used = first.datasource().orElseThrow();
    report.warning(
        SchemaRule.DATASOURCE_IS_UNIQUE,
        unused.span(),
        "The datasource `%s` has no effect: `%s` in %s comes first."
            .formatted(unused.name(), used.name(), used.span().file().name()));
  }

  private List<Generator> generators(List<Block> blocks) {
    return blocks.stream()
        .flatMap(block ->
            properties(block, "generator")
                .flatMap(properties -> generator(block, properties))
                .stream())
        .toList();
  }

  private Optional<Map<String, Property>> properties(Block block, String kind) {
    Map<String, Property> properties = new LinkedHashMap<>();
    boolean complete = true;
    for (Property property : Members.properties(block)) {
      properties.put(property.name().text(), property);
      if (property.value().isEmpty()) {
        complete = false;
        report.error(
            SchemaRule.PROPERTY_HAS_A_VALUE,
            block.span(),
            "The property `%s` of the %s `%s` has no value."
                .formatted(property.name().text(), kind, block.name().text()));
      }
    }
    return complete ? Optional.of(properties) : Optional.empty();
  }

  private Optional<Generator> generator(Block block, Map<String, Property> properties) {
    value(properties, "engineType")
        .filter(value -> !(value instanceof StringLiteral))
        .ifPresent(value -> values.mismatch("string", value));
    Optional<Expression> provider = value(properties, "provider");
    if (provider.isEmpty()) {
      report.error(
          SchemaRule.PROVIDER_IS_GIVEN,
          block.span(),
          "The generator `" + block.name().text() + "` needs a provider.",
          Optional.of("Add `provider = \"prisma-client\"`."));
      return Optional.empty();
    }
    if (setting(provider.get(), report, values).isEmpty()) {
      return Optional.empty();
    }
    value(properties, "output").ifPresent(value -> setting(value, report, values));
    value(properties, "binaryTargets")
        .ifPresent(value -> values.list(value, element -> setting(element, report, values)));
    List<String> features =
        value(properties, "previewFeatures").map(this::previewFeatures).orElse(List.of());
    others(properties).forEach(this::environment);
    return Optional.of(new Generator(block.name().text(), features, block.span()));
  }

  private static Optional<Expression> value(Map<String, Property> properties, String name) {
    return Optional.ofNullable(properties.get(name)).flatMap(Property::value);
  }

  private static List<Expression> others(Map<String, Property> properties) {
    Set<String> known =
        Set.of("engineType", "provider", "output", "binaryTargets", "previewFeatures");
    return properties.values().stream()
        .filter(property -> !known.contains(property.name().text()))
        .flatMap(property -> property.value().stream())
        .toList();
  }

  private void environment(Expression value) {
    if (value instanceof FunctionCall call && call.name().text().equals("env")) {
      setting(call, report, values);
    }
  }

  private List<String> previewFeatures(Expression list) {
    return values
        .list(list, element -> values.string(element).map(name -> previewFeature(name, element)))
        .orElse(List.of());
  }

  private String previewFeature(String feature, Expression place) {
    if (feature.equalsIgnoreCase("fullTextSearch")) {
      report.warning(
          SchemaRule.PREVIEW_FEATURE_IS_OPEN,
          place.span(),
          "The preview feature `fullTextSearch` is called `fullTextSearchPostgres` for Postgres.");
    } else if (isToCome(feature)) {
      unknownFeature(feature, place, "It comes with Prisma 7.");
    } else if (isWithdrawn(feature)) {
      unknownFeature(feature, place, "It is gone since Prisma 7; leave it out.");
    } else if (PreviewFeatures.isFinished(feature)) {
      report.warning(
          SchemaRule.PREVIEW_FEATURE_IS_OPEN,
          place.span(),
          "`" + feature + "` is no preview feature any more; leave it out.");
    } else if (!PreviewFeatures.isActive(feature)) {
      String all = "There are " + String.join(", ", PreviewFeatures.ACTIVE) + ".";
      unknownFeature(feature, place, Suggestion.help(feature, PreviewFeatures.ACTIVE).orElse(all));
    }
    enabled.add(feature.toLowerCase(Locale.ROOT));
    return feature;
  }

  private void unknownFeature(String feature, Expression place, String help) {
    report.error(
        SchemaRule.PREVIEW_FEATURE_IS_KNOWN,
        place.span(),
        "There is no preview feature `" + feature + "`.",
        Optional.of(help));
  }

  private boolean isWithdrawn(String feature) {
    return version == PrismaVersion.V7 && feature.equalsIgnoreCase("metrics");
  }

  private boolean isToCome(String feature) {
    return version.needsAddresses() && feature.equalsIgnoreCase("partialIndexes");
  }

  /** A string or {@code env("NAME")}. */
  static Optional<ConfigValue> setting(Expression expression, Report report, Values values) {
    if (expression instanceof StringLiteral literal) {
      return Optional.of(new ConfigValue.Literal(literal.value()));
    }
    if (!(expression instanceof FunctionCall call) || !call.name().text().equals("env")) {
      return values.mismatch("string", expression);
    }
    List<Argument> arguments = call.arguments().arguments();
    if (arguments.size() != 1) {
      report.error(
          SchemaRule.ENVIRONMENT_VARIABLE_IS_NAMED,
          call.span(),
          "`env()` takes one string, the name of a variable.");
      return Optional.empty();
    }
    return arguments.get(0).value().flatMap(values::string).map(ConfigValue.FromEnvironment::new);
  }
}
