package dev.plumbline.prisma.pull;

import dev.plumbline.diff.Attribute;
import dev.plumbline.diff.Change;
import dev.plumbline.diff.RenameCandidate;
import dev.plumbline.prisma.format.PrismaFormatter;
import dev.plumbline.prisma.model.Model;
import dev.plumbline.prisma.model.PrismaEnum;
import dev.plumbline.prisma.model.PrismaSchema;
import dev.plumbline.prisma.syntax.Declaration;
import dev.plumbline.prisma.syntax.PrismaParser;
import dev.plumbline.prisma.syntax.SyntaxTree;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Origins;
import dev.plumbline.schema.Table;
import dev.plumbline.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes the text of a schema say what a database is. What is not concerned stays as it is written,
 * comments and order too; a file in Prisma's layout keeps that.
 */
public final class SchemaPatch {
  private final Landmarks landmarks;
  private final DatabaseSchema live;
  private final List<TextEdit> edits = new ArrayList<>();
  private final Set<String> declared = new HashSet<>();

  private SchemaPatch(Text text, DatabaseSchema live) {
    this.landmarks = new Landmarks(text.trees(), text.schema(), text.origins());
    this.live = live;
    text.schema().models().stream().map(Model::name).forEach(declared::add);
    text.schema().enums().stream().map(PrismaEnum::name).forEach(declared::add);
    text.schema().views().forEach(view -> declared.add(view.name()));
  }

  /**
   * A schema as it is written.
   *
   * @param trees its files
   * @param schema what they say
   * @param origins where the objects stand that it means
   */
  public record Text(List<SyntaxTree> trees, PrismaSchema schema, Origins origins) {
    /** Copies the list. */
    public Text {
      trees = List.copyOf(trees);
    }
  }

  /**
   * The files after the text has taken back changes: what they would make of the database, it says
   * then already. A change for which there is no word, or which meets another one in a line, is
   * left; so is what can only be said afterwards, such as the indexes of a new model.
   *
   * @param text the schema
   * @param live the database
   * @param changes what leads from the database to the schema
   * @return the texts of the files in their order; nothing says that they are a valid schema
   */
  public static List<String> accept(Text text, DatabaseSchema live, List<Change> changes) {
    SchemaPatch patch = new SchemaPatch(text, live);
    changes.forEach(change -> patch.add(patch.edits(change)));
    return text.trees().stream().map(patch::apply).toList();
  }

  /**
   * The files after the text has taken other names from the database: what the schema calls {@code
   * to}, the database calls {@code from}.
   *
   * @param text the schema
   * @param renames the names, as a comparison of the database with the schema finds them
   * @return the texts of the files in their order; nothing says that they are a valid schema
   */
  public static List<String> rename(Text text, List<RenameCandidate> renames) {
    SchemaPatch patch = new SchemaPatch(text, DatabaseSchema.empty());
    renames.forEach(rename -> patch.add(new NameEdits(patch.landmarks).of(rename)));
    return text.trees().stream().map(patch::apply).toList();
  }

  private void add(List<TextEdit> more) {
    boolean free =
        more.stream().noneMatch(edit -> edits.stream().anyMatch(edit::collidesWith))
            && !edits.containsAll(more);
    if (free) {
      edits.addAll(more);
    }
  }

  private String apply(SyntaxTree tree) {
    SourceFile file = tree.file();
    String text = TextEdit.apply(file, edits);
    boolean returns = file.text().contains("\r\n");
    boolean laidOut = PrismaFormatter.layOut(tree).equals(file.text().replace("\r\n", "\n"));
    if (!laidOut || text.equals(file.text())) {
      return text;
    }
    String neat = PrismaFormatter.layOut(PrismaParser.parse(SourceFile.of(file.name(), text)));
    return returns ? neat.replace("\n", "\r\n") : neat;
  }

  private List<TextEdit> edits(Change change) {
    return switch (change) {
      case Change.ColumnChange column -> column(column);
      case Change.IndexChange index -> index(index);
      case Change.ConstraintChange constraint -> constraint(constraint);
      case Change.PolicyChange policy -> policy(policy);
      case Change.EnumChange type -> type(type);
      case Change.TableChange table -> table(table);
      case Change.ExtensionChange extension -> extension(extension);
      case Change.NamespaceChange namespace -> namespace(namespace);
      case Change.DomainChange ignored -> List.of();
      case Change.CompositeTypeChange ignored -> List.of();
      case Change.SequenceChange ignored -> List.of();
      case Change.TriggerChange ignored -> List.of();
      case Change.RuleChange ignored -> List.of();
      case Change.ViewChange ignored -> List.of();
      case Change.RoutineChange ignored -> List.of();
      case Change.UnmodelledChange ignored -> List.of();
    };
  }

  private List<TextEdit> column(Change.ColumnChange change) {
    FieldEdits fields = new FieldEdits(landmarks);
    return switch (change) {
      case Change.AddColumn add -> fields.gone(add);
      case Change.DropColumn drop -> fields.come(drop);
      case Change.AlterColumn alter -> fields.other(alter);
      case Change.RenameColumn ignored -> List.of();
    };
  }

  private List<TextEdit> index(Change.IndexChange change) {
    KeyEdits keys = new KeyEdits(landmarks);
    return switch (change) {
      case Change.CreateIndex create ->
          keys.gone(ObjectKind.INDEX, create.table(), create.index().name());
      case Change.DropIndex drop -> keys.come(drop.table(), drop.index());
      case Change.AlterIndex alter -> {
        List<TextEdit> other =
            new ArrayList<>(keys.other(alter.table(), alter.to().name(), alter.from()));
        boolean commented =
            alter.differences().stream().anyMatch(it -> it.attribute() == Attribute.INDEX_COMMENT);
        if (commented) {
          other.addAll(keys.comment(alter.table(), alter.to().name(), alter.from().comment()));
        }
        yield other;
      }
      case Change.RenameIndex rename ->
          keys.other(rename.table(), rename.to().name(), rename.from());
    };
  }

  private List<TextEdit> constraint(Change.ConstraintChange change) {
    return switch (change) {
      case Change.AddConstraint add -> gone(add.table(), add.constraint());
      case Change.DropConstraint drop -> come(drop.table(), drop.constraint());
      case Change.AlterConstraint alter ->
          RelationEdits.isUnsayable(alter)
              ? List.of()
              : other(alter.table(), alter.to(), alter.from());
      case Change.RenameConstraint rename -> other(rename.table(), rename.to(), rename.from());
    };
  }

  private List<TextEdit> gone(ObjectName table, Constraint constraint) {
    return constraint instanceof Constraint.ForeignKey key
        ? new RelationEdits(landmarks).gone(table, key.name())
        : new KeyEdits(landmarks).gone(constraint.kind(), table, constraint.name());
  }

  private List<TextEdit> come(ObjectName table, Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key ->
          new KeyEdits(landmarks).primaryKey(table, Optional.empty(), key);
      case Constraint.Unique unique -> new KeyEdits(landmarks).come(table, KeyEdits.index(unique));
      case Constraint.ForeignKey key ->
          new RelationEdits(landmarks).come(table, key, isUnique(table, key.columns()));
      case Constraint.Check check ->
          new RuleEdits(landmarks).come(table, RuleEdits.directive(check));
      case Constraint.Exclusion exclusion ->
          new RuleEdits(landmarks).come(table, RuleEdits.directive(exclusion));
    };
  }

  private List<TextEdit> other(ObjectName table, Constraint wanted, Constraint there) {
    return switch (there) {
      case Constraint.PrimaryKey key ->
          new KeyEdits(landmarks).primaryKey(table, Optional.of(wanted.name()), key);
      case Constraint.Unique unique ->
          new KeyEdits(landmarks).other(table, wanted.name(), KeyEdits.index(unique));
      case Constraint.ForeignKey key ->
          new RelationEdits(landmarks).other(table, wanted.name(), key);
      case Constraint.Check check ->
          new RuleEdits(landmarks)
              .other(RuleEdits.address(table, wanted), RuleEdits.directive(check));
      case Constraint.Exclusion exclusion ->
          new RuleEdits(landmarks)
              .other(RuleEdits.address(table, wanted), RuleEdits.directive(exclusion));
    };
  }

  private boolean isUnique(ObjectName name, List<String> columns) {
    return live.tables().stream()
        .filter(table -> table.name().equals(name))
        .flatMap(SchemaPatch::uniques)
        .anyMatch(columns::equals);
  }

  private static Stream<List<String>> uniques(Table table) {
    Stream<List<String>> constraints =
        table.constraints().stream()
            .flatMap(constraint ->
                switch (constraint) {
                  case Constraint.PrimaryKey key -> Stream.of(key.columns());
                  case Constraint.Unique unique -> Stream.of(unique.columns());
                  case Constraint.ForeignKey ignored -> Stream.empty();
                  case Constraint.Check ignored -> Stream.empty();
                  case Constraint.Exclusion ignored -> Stream.empty();
                });
    Stream<List<String>> indexes =
        table.indexes().stream()
            .filter(index -> index.unique() && index.predicate().isEmpty())
            .map(Index::keys)
            .filter(keys -> keys.stream().allMatch(IndexKey.OfColumn.class::isInstance))
            .map(keys ->
                keys.stream()
                    .map(IndexKey.OfColumn.class::cast)
                    .map(IndexKey.OfColumn::column)
                    .toList());
    return Stream.concat(constraints, indexes);
  }

  private List<TextEdit> policy(Change.PolicyChange change) {
    RuleEdits rules = new RuleEdits(landmarks);
    return switch (change) {
      case Change.CreatePolicy create ->
          new KeyEdits(landmarks).gone(ObjectKind.POLICY, create.table(), create.policy().name());
      case Change.DropPolicy drop ->
          rules.come(drop.table(), Optional.of(RuleEdits.directive(drop.policy())));
      case Change.AlterPolicy alter ->
          rules.other(
              RuleEdits.address(alter.table(), alter.to()),
              Optional.of(RuleEdits.directive(alter.from())));
    };
  }

  private List<TextEdit> type(Change.EnumChange change) {
    TypeEdits types = new TypeEdits(landmarks);
    return switch (change) {
      case Change.CreateEnum create -> types.gone(create.type());
      case Change.DropEnum drop ->
          List.of(atEnd(types.text(drop.type(), free(drop.type().name()))));
      case Change.AlterEnum alter -> types.other(alter);
      case Change.RenameEnum ignored -> List.of();
      case Change.RenameEnumValue ignored -> List.of();
    };
  }

  private String free(ObjectName name) {
    String free = Spelling.identifier(name.name(), declared);
    declared.add(free);
    return free;
  }

  private TextEdit atEnd(String text) {
    SourceFile file =
        landmarks.trees().stream()
            .filter(tree ->
                tree.items().stream().anyMatch(Declaration.ModelDeclaration.class::isInstance))
            .reduce((first, second) -> second)
            .orElseGet(() -> landmarks.trees().getLast())
            .file();
    return Lines.atEnd(file, text);
  }

  private List<TextEdit> table(Change.TableChange change) {
    return switch (change) {
      case Change.CreateTable create -> gone(create.table());
      case Change.DropTable drop ->
          List.of(atEnd(new ModelText(landmarks, drop.table(), free(drop.table().name())).text()));
      case Change.AlterTable alter -> new RuleEdits(landmarks).table(alter);
      case Change.RenameTable ignored -> List.of();
    };
  }

  private List<TextEdit> gone(Table table) {
    RelationEdits relations = new RelationEdits(landmarks);
    Optional<Model> model = landmarks.model(table.name());
    if (model.isEmpty()) {
      return relations.through(table.name()).map(relations::delete).orElse(List.of());
    }
    List<TextEdit> gone = new ArrayList<>();
    landmarks.declaration(model.get().span()).ifPresent(place -> gone.addAll(Lines.delete(place)));
    gone.addAll(relations.deleteOthers(model.get()));
    return gone;
  }

  private List<TextEdit> namespace(Change.NamespaceChange change) {
    return switch (change) {
      case Change.CreateNamespace create ->
          new DatasourceEdits(landmarks).gone("schemas", create.namespace().name());
      case Change.DropNamespace ignored -> List.of();
      case Change.AlterNamespace ignored -> List.of();
    };
  }

  private List<TextEdit> extension(Change.ExtensionChange change) {
    return switch (change) {
      case Change.CreateExtension create ->
          new DatasourceEdits(landmarks).gone("extensions", create.extension().name());
      case Change.DropExtension drop ->
          new DatasourceEdits(landmarks).come("extensions", drop.extension().name());
      case Change.AlterExtension ignored -> List.of();
    };
  }
}
