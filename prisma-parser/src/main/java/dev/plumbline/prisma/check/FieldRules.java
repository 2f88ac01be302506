package dev.plumbline.prisma.check;

import dev.plumbline.prisma.check.ScalarDraft.DefaultDraft;
import dev.plumbline.prisma.model.Datasource;
import dev.plumbline.prisma.model.FieldType;
import dev.plumbline.prisma.model.NativeType;
import dev.plumbline.prisma.model.NativeType.Kind;
import dev.plumbline.prisma.model.ScalarType;
import dev.plumbline.prisma.syntax.Attribute;
import dev.plumbline.prisma.syntax.Expression.FunctionCall;
import dev.plumbline.source.Span;
import dev.plumbline.source.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules about fields that are columns. */
final class FieldRules {
  private static final Pattern TYPE_WITH_ARGUMENTS =
      Pattern.compile("([^(]+)(?:\\((.*?)\\))?(.+)?");

  private static final List<String> FUNCTIONS =
      List.of("autoincrement", "now", "uuid", "cuid", "ulid", "nanoid", "dbgenerated");

  private final Settings settings;
  private final NameClashes clashes;
  private final Report report;
  private final DefaultRules defaults;

  FieldRules(Settings settings, NameClashes clashes, Report report) {
    this.settings = settings;
    this.clashes = clashes;
    this.report = report;
    this.defaults = new DefaultRules(report);
  }

  void check(ScalarDraft field) {
    clientNameIsFree(field);
    field.nativeTypeAttribute().ifPresent(attribute -> nativeTypeFits(field, attribute));
    field.defaultValue().ifPresent(value -> defaultFits(field, value));
    unsupportedIsNotSupported(field);
  }

  /** The name of a key in Prisma Client must not be that of a field. */
  void clientNameIsFree(FieldDraft field) {
    ModelDraft model = field.model();
    if (!clashes.isClientName(model, field.name())) {
      return;
    }
    model.indexes().stream()
        .filter(index -> index.names().client().filter(field.name()::equals).isPresent())
        .findFirst()
        .ifPresent(index -> clientNameIsTaken(field, "@@unique"));
    model
        .primaryKey()
        .filter(key -> key.names().client().filter(field.name()::equals).isPresent())
        .ifPresent(key -> clientNameIsTaken(field, "@@id"));
  }

  private void clientNameIsTaken(FieldDraft field, String attribute) {
    report.inModel(
        SchemaRule.CLIENT_NAME_IS_FREE,
        field.model(),
        field.model().span(),
        "The name `" + field.name() + "` of `" + attribute + "` is the name of a field already.");
  }

  /** Functions that Prisma does not have, or not for Postgres. */
  void defaultFunctionsAreKnown(ModelDraft model) {
    for (ScalarDraft field : model.scalarFields()) {
      if (field.defaultValue().map(DefaultDraft::expression).orElse(null)
              instanceof FunctionCall call
          && field.defaultValue().flatMap(DefaultDraft::value).isEmpty()
          && !call.name().text().equals("auto")) {
        unknownFunction(report, call);
      }
    }
  }

  static void unknownFunction(Report report, FunctionCall call) {
    report.error(
        SchemaRule.DEFAULT_FUNCTION_IS_KNOWN,
        call.span(),
        "There is no function `" + call.name().text() + "()` for defaults.",
        Suggestion.of(call.name().text(), FUNCTIONS)
            .map(name -> "Did you mean `" + name + "()`?")
            .or(() -> Optional.of("There are " + String.join("(), ", FUNCTIONS) + "().")));
  }

  private void defaultFits(ScalarDraft field, DefaultDraft value) {
    if (value.named()) {
      report.inAttribute(
          SchemaRule.DEFAULT_HAS_NO_NAME,
          "@default",
          value.attribute().span(),
          "A default has no name in Postgres, so `map` means nothing here.",
          Optional.of("Leave `map` out."));
    }
    field.scalarType().ifPresent(type -> defaults.check(type, value.expression()));
    if (value.expression() instanceof FunctionCall call && call.name().text().equals("auto")) {
      report.inAttribute(
          SchemaRule.DEFAULT_FUNCTION_IS_KNOWN,
          "@default",
          call.span(),
          "`auto()` is for MongoDB.",
          Optional.of("Write `autoincrement()`, `uuid()` or another function of Postgres."));
    }
  }

  private void nativeTypeFits(ScalarDraft field, Attribute attribute) {
    prefixIsTheDatasource(attribute);
    String name = NativeTypes.name(attribute);
    Optional<Kind> kind = settings.datasource().flatMap(datasource -> Kind.named(name));
    if (kind.isEmpty()) {
      unknownNativeType(attribute, name);
      return;
    }
    List<String> arguments = NativeTypes.arguments(attribute);
    if (!argumentCountFits(attribute, kind.get(), arguments.size())) {
      return;
    }
    ScalarType type = field.scalarType().orElseThrow();
    if (kind.get().scalarType() != type) {
      report.error(
          SchemaRule.NATIVE_TYPE_FITS,
          attribute.span(),
          "The native type `%s` is one of `%s`, and the field is of type `%s`."
              .formatted(name, kind.get().scalarType().prismaName(), type.prismaName()),
          Optional.of(
              "Make the field of type `"
                  + kind.get().scalarType().prismaName()
                  + "`, or take a native type of `"
                  + type.prismaName()
                  + "`."));
      return;
    }
    NativeTypes.read(kind.get(), arguments)
        .ifPresentOrElse(
            found -> argumentsAreInRange(attribute, found),
            () -> argumentsAreNoNumbers(attribute, kind.get(), arguments));
  }

  private void prefixIsTheDatasource(Attribute attribute) {
    String prefix = NativeTypes.prefix(attribute);
    String wanted = settings.datasource().map(Datasource::name).orElse(prefix);
    if (!wanted.equals(prefix)) {
      report.error(
          SchemaRule.NATIVE_TYPE_PREFIX_IS_THE_DATASOURCE,
          attribute.span(),
          "A native type begins with the name of the datasource, and there is no datasource `"
              + prefix
              + "`.",
          Optional.of("Did you mean `@" + wanted + "." + NativeTypes.name(attribute) + "`?"));
    }
  }

  private void unknownNativeType(Attribute attribute, String name) {

    report.error(
        SchemaRule.NATIVE_TYPE_IS_KNOWN,
        attribute.span(),
        settings.datasource().isPresent()
            ? "Postgres has no native type `" + name + "`."
            : "Without a datasource there are no native types, so not `" + name + "` either.",
        settings
            .datasource()
            .flatMap(datasource ->
                Suggestion.help(
                    name, Arrays.stream(Kind.values()).map(Kind::prismaName).toList())));
  }

  private boolean argumentCountFits(Attribute attribute, Kind kind, int count) {
    int maximum = kind.maximumArguments();
    if (count <= maximum) {
      return true;
    }
    String message =
        maximum == 0
            ? "The native type `" + kind.prismaName() + "` takes no arguments"
            : "The native type `%s` takes at most %d, and not %d"
                .formatted(kind.prismaName(), maximum, count);
    report.error(SchemaRule.NATIVE_TYPE_ARGUMENTS_FIT, attribute.span(), message + ".");
    return false;
  }

  private void argumentsAreNoNumbers(Attribute attribute, Kind kind, List<String> arguments) {
    String wanted = kind.maximumArguments() == 2 ? "two whole numbers" : "one whole number";
    report.error(
        SchemaRule.NATIVE_TYPE_ARGUMENTS_FIT,
        attribute.span(),
        "The native type `%s` takes %s, and not `(%s)`."
            .formatted(kind.prismaName(), wanted, String.join(", ", arguments)));
  }

  private void argumentsAreInRange(Attribute attribute, NativeType type) {
    if (type.arguments().isEmpty()) {
      return;
    }
    int first = type.arguments().get(0);
    switch (type.kind()) {
      case DECIMAL -> decimalIsInRange(attribute, type, first, type.arguments().get(1));
      case BIT, VAR_BIT -> {
        if (first == 0) {
          outOfRange(attribute, type, "the length is at least 1");
        } else {
          lengthIsPossible(attribute, first, 83_886_080);
        }
      }
      case TIMESTAMP, TIMESTAMPTZ, TIME, TIMETZ -> {
        if (first > 6) {
          outOfRange(attribute, type, "the precision is from 0 to 6");
        }
      }
      case VAR_CHAR, CHAR -> lengthIsPossible(attribute, first, 10_485_760);
      case SMALL_INT, INTEGER, OID, BIG_INT, MONEY, REAL, DOUBLE_PRECISION, INET, CITEXT -> {}
      case TEXT, UUID, XML, BYTE_A, DATE, BOOLEAN, JSON, JSON_B -> {}
    }
  }

  private void decimalIsInRange(Attribute attribute, NativeType type, int precision, int scale) {
    if (scale > precision) {
      report.error(
          SchemaRule.NATIVE_TYPE_ARGUMENTS_FIT,
          attribute.span(),
          "The scale of `" + NativeTypes.display(type) + "` is larger than its precision.");
    } else if (precision > 1000 || precision == 0) {
      outOfRange(attribute, type, "the precision is from 1 to 1000");
    }
  }

  // Prisma lets these pass; Postgres will not.
  private void lengthIsPossible(Attribute attribute, int length, int most) {
    if (length == 0 || length > most) {
      report.warning(
          SchemaRule.POSTGRES_TAKES_THE_LENGTH,
          attribute.span(),
          "Postgres refuses this length: it must be between 1 and " + most + ".");
    }
  }

  private void outOfRange(Attribute attribute, NativeType type, String range) {
    report.error(
        SchemaRule.NATIVE_TYPE_ARGUMENTS_FIT,
        attribute.span(),
        "Postgres has no `" + NativeTypes.display(type) + "`: " + range + ".");
  }

  private void unsupportedIsNotSupported(ScalarDraft field) {
    if (!(field.type() instanceof FieldType.Unsupported(String sql))
        || settings.datasource().isEmpty()) {
      return;
    }
    Matcher parts = TYPE_WITH_ARGUMENTS.matcher(sql);
    if (!parts.matches()) {
      return;
    }
    List<String> arguments =
        parts.group(2) == null
            ? List.of()
            : Arrays.stream(parts.group(2).split(",", -1)).map(String::strip).toList();
    Kind.named(parts.group(1).strip())
        .flatMap(kind -> NativeTypes.read(kind, arguments))
        .ifPresent(type -> supported(field, sql, type, field.span()));
  }

  private void supported(ScalarDraft field, String sql, NativeType type, Span span) {
    report.error(
        SchemaRule.UNSUPPORTED_IS_NOT_SUPPORTED,
        span,
        "Prisma knows the type `"
            + sql
            + "`, so the field `"
            + field.name()
            + "` need not be `Unsupported`.",
        Optional.of(
            "Write `%s @%s.%s`."
                .formatted(
                    type.kind().scalarType().prismaName(),
                    settings.datasource().orElseThrow().name(),
                    NativeTypes.display(type))));
  }
}
