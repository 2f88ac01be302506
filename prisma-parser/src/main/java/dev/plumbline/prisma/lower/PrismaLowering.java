package dev.plumbline.prisma.lower;

import dev.plumbline.prisma.lower.LoweringOptions.Fidelity;
import dev.plumbline.prisma.model.Datasource;
import dev.plumbline.prisma.model.Datasource.ExtensionDeclaration;
import dev.plumbline.prisma.model.Datasource.RelationMode;
import dev.plumbline.prisma.model.Model;
import dev.plumbline.prisma.model.ModelDirective;
import dev.plumbline.prisma.model.PrismaEnum;
import dev.plumbline.prisma.model.PrismaSchema;
import dev.plumbline.prisma.model.Relation;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.EnumType;
import dev.plumbline.schema.Extension;
import dev.plumbline.schema.Namespace;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what database a Prisma schema stands for. */
public final class PrismaLowering {
  private final PrismaSchema schema;
  private final LoweringOptions options;
  private final PostgresNames names;
  private final Comments comments;
  private final Notebook notebook = new Notebook();

  private PrismaLowering(PrismaSchema schema, LoweringOptions options) {
    this.schema = schema;
    this.options = options;
    this.names = new PostgresNames(schema, options);
    this.comments = new Comments(options.comments());
  }

  /**
   * Lowers a schema in which the checker found no error.
   *
   * @param schema the schema
   * @param options what it leaves open
   */
  public static LoweredSchema lower(PrismaSchema schema, LoweringOptions options) {
    return new PrismaLowering(schema, options).lower();
  }

  /**
   * The namespaces that a schema speaks of.
   *
   * @param datasource that of the schema
   * @param options what it leaves open
   */
  public static List<String> namespaces(Optional<Datasource> datasource, LoweringOptions options) {
    List<String> listed = datasource.map(Datasource::schemas).orElse(List.of());
    List<String> managed = listed.isEmpty() ? List.of(options.defaultNamespace()) : listed;
    return managed.stream().map(options::kept).distinct().toList();
  }

  private LoweredSchema lower() {
    var lowering = new TableLowering(names, comments, notebook, relations());
    var byName = new LinkedHashMap<ObjectName, Table>();
    schema.models().forEach(model -> add(byName, lowering.lower(model)));
    // As in Prisma, the table of a relation takes the place of one that has its name.
    joinTables().forEach(table -> add(byName, table));
    var tables = List.copyOf(byName.values());
    List<EnumType> enums = schema.enums().stream().map(this::enumType).toList();
    var database =
        new DatabaseSchema(
            described(),
            namespaces(tables, enums),
            extensions(tables),
            enums,
            List.of(),
            List.of(),
            lowering.sequences(),
            tables,
            List.of(),
            List.of(),
            List.of());
    return new LoweredSchema(database, notebook.origins(), notebook.renames());
  }

  private static void add(Map<ObjectName, Table> tables, Table table) {
    tables.put(table.name(), table);
  }

  private Optional<RelationLowering> relations() {
    return hasForeignKeys()
        ? Optional.of(new RelationLowering(schema, names, comments))
        : Optional.empty();
  }

  private boolean hasForeignKeys() {
    return !schema
        .datasource()
        .map(Datasource::relationMode)
        .equals(Optional.of(RelationMode.PRISMA));
  }

  private List<Table> joinTables() {
    var columns = new ColumnLowering(names, comments);
    var joinTables = new JoinTables(names, columns, notebook, hasForeignKeys());
    return schema.relations().stream()
        .filter(Relation.ManyToMany.class::isInstance)
        .map(Relation.ManyToMany.class::cast)
        .map(joinTables::lower)
        .toList();
  }

  private EnumType enumType(PrismaEnum declared) {
    ObjectName name = names.type(declared);
    var address = ObjectAddress.of(ObjectKind.ENUM, name);
    notebook.origin(address, declared.span());
    notebook.renamed(address, declared.renamedFrom());
    for (PrismaEnum.EnumValue value : declared.values()) {
      var label = ObjectAddress.of(ObjectKind.ENUM, name, value.label());
      notebook.origin(label, value.span());
      notebook.renamed(label, value.renamedFrom());
    }
    return new EnumType(
        name,
        declared.values().stream().map(PrismaEnum.EnumValue::label).toList(),
        comments.of(declared.documentation()),
        Optional.empty(),
        List.of());
  }

  private List<Namespace> namespaces(List<Table> tables, List<EnumType> enums) {
    Set<String> used =
        Stream.concat(tables.stream().map(Table::name), enums.stream().map(EnumType::name))
            .map(ObjectName::namespace)
            .collect(Collectors.toSet());
    var namespaces = new ArrayList<Namespace>();
    for (String name : namespaces(schema.datasource(), options)) {
      if (options.fidelity() == Fidelity.POSTGRES || used.contains(name)) {
        namespaces.add(Namespace.of(name));
        schema
            .datasource()
            .ifPresent(source -> notebook.origin(ObjectAddress.namespace(name), source.span()));
      }
    }
    return namespaces;
  }

  private List<Extension> extensions(List<Table> tables) {
    var byName = new LinkedHashMap<String, Extension>();
    for (ExtensionDeclaration declared : extensionsByName()) {
      // Of two that mean the same, Prisma takes the last.
      byName.remove(declared.extensionName());
      byName.put(
          declared.extensionName(),
          new Extension(
              declared.extensionName(),
              declared.namespace(),
              declared.version(),
              Optional.empty()));
      notebook.origin(ObjectAddress.extension(declared.extensionName()), declared.span());
    }
    var extensions = new ArrayList<>(byName.values());
    if (options.fidelity() == Fidelity.POSTGRES) {
      Set<String> listed = new HashSet<>(byName.keySet());
      ImpliedExtensions.of(tables)
          .forEach((name, user) -> {
            if (listed.add(name)) {
              extensions.add(implied(name, user));
            }
          });
    }
    return extensions;
  }

  private Extension implied(String name, ObjectAddress user) {
    notebook.originOf(user, ObjectAddress.extension(name));
    return new Extension(name, Optional.empty(), Optional.empty(), Optional.empty());
  }

  // By Prisma's names for them, which is the order in which Prisma creates them.
  private List<ExtensionDeclaration> extensionsByName() {
    return declaredExtensions().orElse(List.of()).stream()
        .sorted(Comparator.comparing(ExtensionDeclaration::name))
        .toList();
  }

  private Optional<List<ExtensionDeclaration>> declaredExtensions() {
    return schema.datasource().flatMap(Datasource::extensions);
  }

  private Set<ObjectKind> described() {
    Set<ObjectKind> described =
        EnumSet.of(
            ObjectKind.NAMESPACE,
            ObjectKind.ENUM,
            ObjectKind.SEQUENCE,
            ObjectKind.TABLE,
            ObjectKind.COLUMN,
            ObjectKind.PRIMARY_KEY,
            ObjectKind.UNIQUE,
            ObjectKind.INDEX);
    if (hasForeignKeys()) {
      described.add(ObjectKind.FOREIGN_KEY);
    }
    if (declaredExtensions().isPresent()) {
      described.add(ObjectKind.EXTENSION);
    }
    schema.models().stream()
        .map(Model::directives)
        .flatMap(List::stream)
        .forEach(directive -> spokenOf(directive).ifPresent(described::add));
    return described;
  }

  private static Optional<ObjectKind> spokenOf(ModelDirective directive) {
    return switch (directive) {
      case ModelDirective.Check check -> Optional.of(ObjectKind.CHECK);
      case ModelDirective.Exclude exclude -> Optional.of(ObjectKind.EXCLUSION);
      case ModelDirective.Policy policy -> Optional.of(ObjectKind.POLICY);
      case ModelDirective.RowLevelSecurity security -> Optional.of(ObjectKind.POLICY);
      case ModelDirective.With with -> Optional.empty();
      case ModelDirective.Unlogged unlogged -> Optional.empty();
      case ModelDirective.Partition partition -> Optional.empty();
      case ModelDirective.Hypertable hypertable -> Optional.empty();
      case ModelDirective.RenamedFrom renamed -> Optional.empty();
    };
  }
}
