package dev.plumbline.catalog;

import dev.plumbline.expression.DefaultValues;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.CompositeType;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.Domain;
import dev.plumbline.schema.EnumType;
import dev.plumbline.schema.Grant;
import dev.plumbline.schema.ObjectName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The types that somebody made. Domains wait for their checks, composite types for their columns.
 */
final class TypeRows {
  private final List<EnumType> enums = new ArrayList<>();
  private final List<UncheckedDomain> domains = new ArrayList<>();
  private final List<Composite> composites = new ArrayList<>();

  private TypeRows() {}

  static TypeRows read(CatalogSession session, ColumnTypeReader columnTypes) throws SQLException {
    TypeRows rows = new TypeRows();
    session.forEach(CatalogQuery.TYPES, row -> rows.add(row, columnTypes));
    return rows;
  }

  private void add(CatalogRow row, ColumnTypeReader columnTypes) throws SQLException {
    ObjectName name = row.objectName("namespace", "name");
    Optional<String> comment = row.optionalText("comment");
    Optional<String> owner = row.optionalText("owner");
    List<Grant> grants = row.grants("grants");
    char kind = row.letter("kind");
    switch (kind) {
      case 'e' -> enums.add(new EnumType(name, row.texts("labels"), comment, owner, grants));
      case 'd' -> {
        ColumnType type = columnTypes.read(row);
        Domain domain =
            new Domain(
                name,
                type,
                row.flag("nullable"),
                defaultValue(row.deparsed("default_value"), type),
                row.optionalObjectName("collation_namespace", "collation_name"),
                List.of(),
                comment,
                owner,
                grants);
        domains.add(new UncheckedDomain(row.number("oid"), domain));
      }
      case 'c' ->
          composites.add(
              new Composite(
                  row.number("relation"),
                  new CompositeType(name, List.of(), comment, owner, grants)));
      default -> throw new IllegalStateException("A type of kind " + kind);
    }
  }

  private static DefaultValue defaultValue(Optional<String> text, ColumnType type) {
    return text.map(t -> DefaultValues.parse(t, type)).orElseGet(DefaultValue.None::new);
  }

  List<EnumType> enums() {
    return enums.stream().sorted(Comparator.comparing(EnumType::name)).toList();
  }

  List<Domain> domains(ConstraintRows constraints) {
    return domains.stream()
        .map(d -> checked(d.domain(), constraints, d.oid()))
        .sorted(Comparator.comparing(Domain::name))
        .toList();
  }

  private static Domain checked(Domain domain, ConstraintRows constraints, long oid) {
    return new Domain(
        domain.name(),
        domain.type(),
        domain.nullable(),
        domain.defaultValue(),
        domain.collation(),
        constraints.ofDomain(oid),
        domain.comment(),
        domain.owner(),
        domain.grants());
  }

  List<CompositeType> compositeTypes(ColumnRows columns) {
    return composites.stream()
        .map(c -> completed(c.type(), columns, c.relation()))
        .sorted(Comparator.comparing(CompositeType::name))
        .toList();
  }

  private static CompositeType completed(CompositeType type, ColumnRows columns, long relation) {
    List<CompositeType.Attribute> attributes =
        columns.of(relation).stream()
            .map(c -> new CompositeType.Attribute(c.name(), c.type(), c.collation(), c.comment()))
            .toList();
    return new CompositeType(type.name(), attributes, type.comment(), type.owner(), type.grants());
  }

  private record UncheckedDomain(long oid, Domain domain) {}

  private record Composite(long relation, CompositeType type) {}
}
