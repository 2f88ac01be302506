package dev.plumbline.prisma.lower;

import dev.plumbline.expression.ColumnTypes;
import dev.plumbline.prisma.model.Field.Arity;
import dev.plumbline.prisma.model.FieldDefault;
import dev.plumbline.prisma.model.FieldDirective;
import dev.plumbline.prisma.model.FieldType;
import dev.plumbline.prisma.model.ScalarField;
import dev.plumbline.prisma.model.ScalarType;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.ColumnType.BuiltIn;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.SqlExpression;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes columns of fields. */
final class ColumnLowering {
  private final PostgresNames names;
  private final Comments comments;

  ColumnLowering(PostgresNames names, Comments comments) {
    this.names = names;
    this.comments = comments;
  }

  /**
   * The column of a field.
   *
   * @param field the field
   * @param sequence the sequence that counts for it, when it has one
   * @param key whether it is part of a primary key, and so never NULL, whatever the field says
   */
  Column lower(ScalarField field, Optional<ObjectName> sequence, boolean key) {
    Optional<Column.Identity> identity = identity(field);
    Optional<Column.Generated> generated = generated(field);
    boolean computed = identity.isPresent() || generated.isPresent();
    return new Column(
        names.column(field),
        type(field),
        field.arity() != Arity.REQUIRED && identity.isEmpty() && !key,
        computed ? new DefaultValue.None() : defaultValue(field, sequence),
        identity,
        generated,
        collation(field),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        comments.of(field.documentation()));
  }

  /** Whether a sequence counts for a field. */
  static boolean counts(ScalarField field) {
    // Prisma accepts a list here and prints SERIAL[], a type that Postgres does not have.
    return field.defaultValue().orElse(null) instanceof FieldDefault.Autoincrement
        && field.arity() != Arity.LIST
        && !isOid(field)
        && field.directives().stream().noneMatch(ColumnLowering::computes);
  }

  /** Prisma accepts it and prints no default: no sequence counts for an oid. */
  private static boolean isOid(ScalarField field) {
    return field.nativeType().map(NativeTypes::lower).filter(BuiltIn.of("oid")::equals).isPresent();
  }

  private static boolean computes(FieldDirective directive) {
    return switch (directive) {
      case FieldDirective.Generated generated -> true;
      case FieldDirective.Identity identity -> true;
      case FieldDirective.Collate collate -> false;
      case FieldDirective.RenamedFrom renamed -> false;
    };
  }

  private DefaultValue defaultValue(ScalarField field, Optional<ObjectName> sequence) {
    if (sequence.isPresent()) {
      return new DefaultValue.OwnedSequence(sequence.get());
    }
    return field.defaultValue().map(FieldDefaults::lower).orElseGet(DefaultValue.None::new);
  }

  /** The type of a field's column. */
  ColumnType type(ScalarField field) {
    if (field.type() instanceof FieldType.Unsupported(String sql)) {
      String written = field.arity() == Arity.LIST ? sql + "[]" : sql;
      return new ColumnType.Written(written, ColumnTypes.parse(written));
    }
    ColumnType element = elementType(field);
    return field.arity() == Arity.LIST ? new ColumnType.Array(element, 1) : element;
  }

  private ColumnType elementType(ScalarField field) {
    return switch (field.type()) {
      case FieldType.Scalar scalar ->
          field.nativeType().map(NativeTypes::lower).orElseGet(() -> usual(scalar.type()));
      case FieldType.EnumReference reference ->
          ColumnType.UserDefined.of(names.type(names.enumNamed(reference.name())));
      case FieldType.Unsupported unsupported -> ColumnTypes.parse(unsupported.sql());
    };
  }

  private static ColumnType usual(ScalarType type) {
    return switch (type) {
      case STRING -> BuiltIn.of("text");
      case BOOLEAN -> BuiltIn.of("bool");
      case INT -> BuiltIn.of("int4");
      case BIG_INT -> BuiltIn.of("int8");
      case FLOAT -> BuiltIn.of("float8");
      case DECIMAL -> new BuiltIn("numeric", "65,30");
      case DATE_TIME -> new BuiltIn("timestamp", "3");
      case JSON -> BuiltIn.of("jsonb");
      case BYTES -> BuiltIn.of("bytea");
    };
  }

  private Optional<Column.Identity> identity(ScalarField field) {
    return directive(field, FieldDirective.Identity.class)
        .map(said ->
            new Column.Identity(said.always(), Sequences.options(type(field), said.sequence())));
  }

  private static Optional<Column.Generated> generated(ScalarField field) {
    return directive(field, FieldDirective.Generated.class)
        .map(said -> new Column.Generated(new SqlExpression(said.expression()), !said.virtual()));
  }

  /** The collation that a field names for its column. */
  Optional<ObjectName> collation(ScalarField field) {
    return directive(field, FieldDirective.Collate.class)
        .map(said -> names.collation(said.collation()));
  }

  /** The first directive of one kind at a field. */
  private static <T extends FieldDirective> Optional<T> directive(
      ScalarField field, Class<T> kind) {
    List<T> found = directives(field, kind);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
  }

  /** The directives of one kind at a field. */
  static <T extends FieldDirective> List<T> directives(ScalarField field, Class<T> kind) {
    // Nearly every field has none, and is asked several times.
    return field.directives().isEmpty()
        ? List.of()
        : field.directives().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
