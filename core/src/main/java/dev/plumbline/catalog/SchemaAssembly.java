package dev.plumbline.catalog;

import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.Extension;
import dev.plumbline.schema.Namespace;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.UnmodelledObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/** Runs the queries in their order and puts the schema together from what they give. */
final class SchemaAssembly {
  /** What {@code initdb} writes about {@code public}. */
  private static final String STANDARD_COMMENT = "standard public schema";

  private final CatalogSession session;

  SchemaAssembly(CatalogSession session) {
    this.session = session;
  }

  DatabaseSchema read(CatalogOptions options) throws SQLException {
    List<Namespace> namespaces = namespaces(options);
    List<Extension> extensions = extensions();
    ColumnTypeReader columnTypes = new ColumnTypeReader();
    TypeRows types = TypeRows.read(session, columnTypes);
    RelationRows relations = RelationRows.read(session);
    SequenceRows sequences = SequenceRows.read(session);
    ColumnRows columns = ColumnRows.read(session, columnTypes, relations, sequences);
    IndexRows indexes = IndexRows.read(session, columns);
    ConstraintRows constraints = ConstraintRows.read(session, columns, indexes);
    TriggerRows triggers = TriggerRows.read(session);
    PolicyRows policies = PolicyRows.read(session);
    RelationAssembly assembly =
        new RelationAssembly(columns, indexes, constraints, triggers, policies);
    return new DatabaseSchema(
        EnumSet.allOf(ObjectKind.class),
        namespaces,
        extensions,
        types.enums(),
        types.domains(constraints),
        types.compositeTypes(columns),
        sequences.sequences(),
        assembly.tables(relations),
        assembly.views(relations),
        RoutineRows.read(session),
        unmodelled());
  }

  private List<Namespace> namespaces(CatalogOptions options) throws SQLException {
    List<Namespace> namespaces = new ArrayList<>();
    List<Long> oids = new ArrayList<>();
    session.forEach(
        CatalogQuery.NAMESPACES,
        List.of(
            options.everyNamespace() || options.namingOthers(),
            session.textArray(options.namespaces())),
        row -> {
          Namespace namespace = namespace(row);
          boolean read =
              options.everyNamespace() || options.namespaces().contains(namespace.name());
          if (read) {
            oids.add(row.number("oid"));
          }
          // Every database has this one, whether anybody uses it or not.
          if (read || !namespace.name().equals("public")) {
            namespaces.add(namespace);
          }
        });
    session.manage(oids);
    return sorted(namespaces, Comparator.comparing(Namespace::name));
  }

  private static Namespace namespace(CatalogRow row) throws SQLException {
    String name = row.text("name");
    return new Namespace(
        name,
        row.optionalText("comment")
            .filter(c -> !(name.equals("public") && c.equals(STANDARD_COMMENT))),
        row.optionalText("owner"),
        row.grants("grants"));
  }

  private List<Extension> extensions() throws SQLException {
    List<Extension> extensions = new ArrayList<>();
    session.forEach(
        CatalogQuery.EXTENSIONS,
        List.of(),
        row ->
            extensions.add(
                new Extension(
                    row.text("name"),
                    row.optionalText("namespace"),
                    row.optionalText("version"),
                    row.optionalText("comment"))));
    return sorted(extensions, Comparator.comparing(Extension::name));
  }

  private List<UnmodelledObject> unmodelled() throws SQLException {
    List<UnmodelledObject> objects = new ArrayList<>();
    session.forEach(
        CatalogQuery.UNMODELLED,
        row ->
            objects.add(
                new UnmodelledObject(row.text("kind"), row.objectName("namespace", "name"))));
    return sorted(
        objects,
        Comparator.comparing(UnmodelledObject::name).thenComparing(UnmodelledObject::kind));
  }

  private static <T> List<T> sorted(List<T> values, Comparator<T> order) {
    return values.stream().sorted(order).toList();
  }
}
