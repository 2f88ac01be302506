package dev.plumbline.prisma.pull;

import dev.plumbline.prisma.model.Datasource;
import dev.plumbline.prisma.model.Model;
import dev.plumbline.prisma.model.PrismaEnum;
import dev.plumbline.prisma.model.PrismaSchema;
import dev.plumbline.prisma.model.Relation;
import dev.plumbline.prisma.model.ScalarField;
import dev.plumbline.prisma.syntax.Attribute;
import dev.plumbline.prisma.syntax.Comment;
import dev.plumbline.prisma.syntax.Declaration;
import dev.plumbline.prisma.syntax.Declaration.Block;
import dev.plumbline.prisma.syntax.Item;
import dev.plumbline.prisma.syntax.Member;
import dev.plumbline.prisma.syntax.Member.BlockAttribute;
import dev.plumbline.prisma.syntax.Member.CommentLine;
import dev.plumbline.prisma.syntax.Member.FieldDeclaration;
import dev.plumbline.prisma.syntax.SyntaxTree;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Origins;
import dev.plumbline.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the objects of a database stand in the text of a schema. */
final class Landmarks {
  private final List<SyntaxTree> trees;
  private final PrismaSchema schema;
  private final Origins origins;
  private final Map<ObjectName, Model> models = new HashMap<>();
  private final Map<ObjectName, PrismaEnum> enums = new HashMap<>();

  Landmarks(List<SyntaxTree> trees, PrismaSchema schema, Origins origins) {
    this.trees = trees;
    this.schema = schema;
    this.origins = origins;
    Map<Span, Model> modelsAt = new HashMap<>();
    Map<Span, PrismaEnum> enumsAt = new HashMap<>();
    schema.models().forEach(model -> modelsAt.put(model.span(), model));
    schema.enums().forEach(type -> enumsAt.put(type.span(), type));
    origins
        .spans()
        .forEach((address, span) -> {
          if (address.kind() == ObjectKind.TABLE && modelsAt.containsKey(span)) {
            models.put(address.object(), modelsAt.get(span));
          } else if (address.kind() == ObjectKind.ENUM && address.part().isEmpty()) {
            Optional.ofNullable(enumsAt.get(span)).ifPresent(t -> enums.put(address.object(), t));
          }
        });
  }

  PrismaSchema schema() {
    return schema;
  }

  List<SyntaxTree> trees() {
    return trees;
  }

  Optional<Span> origin(ObjectAddress address) {
    return origins.of(address);
  }

  /** The model of a table; empty for the table of an implicit relation. */
  Optional<Model> model(ObjectName table) {
    return Optional.ofNullable(models.get(table));
  }

  /** The enum of a type. */
  Optional<PrismaEnum> enumOf(ObjectName type) {
    return Optional.ofNullable(enums.get(type));
  }

  /** The field of a column. */
  Optional<ScalarField> field(ObjectName table, String column) {
    Optional<Span> span = origin(ObjectAddress.of(ObjectKind.COLUMN, table, column));
    return model(table)
        .flatMap(model ->
            model.scalarFields().stream()
                .filter(field -> span.filter(field.span()::equals).isPresent())
                .findFirst());
  }

  /** The names of the fields of columns, when all have one. */
  Optional<List<String>> fields(ObjectName table, List<String> columns) {
    List<String> names =
        columns.stream().flatMap(c -> field(table, c).map(ScalarField::name).stream()).toList();
    return names.size() == columns.size() ? Optional.of(names) : Optional.empty();
  }

  /** What native types begin with. */
  String nativePrefix() {
    return "@" + schema.datasource().map(Datasource::name).orElse("db") + ".";
  }

  /** Whether namespaces are said in this schema. */
  boolean saysNamespaces() {
    return schema.datasource().filter(source -> !source.schemas().isEmpty()).isPresent();
  }

  /** The file and the place of a declaration among the items. */
  record Place(SyntaxTree tree, int index, Block block) {}

  /** The declaration with this span. */
  Optional<Place> declaration(Span span) {
    for (SyntaxTree tree : trees) {
      for (int i = 0; i < tree.items().size(); i++) {
        Optional<Block> block = block(tree.items().get(i));
        if (block.filter(found -> found.span().equals(span)).isPresent()) {
          return Optional.of(new Place(tree, i, block.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Block> block(Item item) {
    return switch (item) {
      case Declaration.ModelDeclaration model -> Optional.of(model.block());
      case Declaration.EnumDeclaration type -> Optional.of(type.block());
      case Declaration.DatasourceDeclaration source -> Optional.of(source.block());
      case Declaration.GeneratorDeclaration generator -> Optional.of(generator.block());
      case Declaration.PolicyDeclaration policy -> Optional.of(policy.block());
      case Declaration.TypeAlias ignored -> Optional.empty();
      case Declaration.Unparsable ignored -> Optional.empty();
      case Comment ignored -> Optional.empty();
      case dev.plumbline.prisma.syntax.BlankLines ignored -> Optional.empty();
    };
  }

  /** The comments that stand directly above a declaration. */
  static List<Comment> above(Place place) {
    List<Comment> comments = new ArrayList<>();
    for (int i = place.index() - 1; i >= 0; i--) {
      if (!(place.tree().items().get(i) instanceof Comment comment)) {
        break;
      }
      comments.addFirst(comment);
    }
    return comments;
  }

  /** The comments that stand directly above a member. */
  static List<Comment> above(Block block, Member member) {
    List<Comment> comments = new ArrayList<>();
    for (int i = block.members().indexOf(member) - 1; i >= 0; i--) {
      if (!(block.members().get(i) instanceof CommentLine line)) {
        break;
      }
      comments.addFirst(line.comment());
    }
    return comments;
  }

  /** A member of a block, and the block. */
  record MemberPlace<M extends Member>(Place place, M member) {
    List<Comment> above() {
      return Landmarks.above(place.block(), member);
    }
  }

  /** The field with this span. */
  Optional<MemberPlace<FieldDeclaration>> fieldAt(Model model, Span span) {
    return declaration(model.span())
        .flatMap(place ->
            place.block().members().stream()
                .filter(FieldDeclaration.class::isInstance)
                .map(FieldDeclaration.class::cast)
                .filter(field -> field.span().equals(span))
                .findFirst()
                .map(field -> new MemberPlace<>(place, field)));
  }

  /** What declares a key, an index or a rule of a table. */
  sealed interface Said {
    /** An attribute of a field. */
    record OfField(MemberPlace<FieldDeclaration> field, Attribute attribute) implements Said {}

    /** An attribute of the block. */
    record OfBlock(MemberPlace<BlockAttribute> member) implements Said {}

    /** A directive. */
    record AsDirective(Comment comment) implements Said {}
  }

  /** What stands at a place of a model. */
  Optional<Said> said(Model model, Span span) {
    return declaration(model.span())
        .flatMap(place -> asDirective(above(place), span).or(() -> inBlock(place, span)));
  }

  private static Optional<Said> inBlock(Place place, Span span) {
    for (Member member : place.block().members()) {
      Optional<Said> found =
          switch (member) {
            case FieldDeclaration field ->
                field.attributes().stream()
                    .filter(attribute -> attribute.span().equals(span))
                    .findFirst()
                    .map(a -> new Said.OfField(new MemberPlace<>(place, field), a));
            case BlockAttribute attribute ->
                Optional.<Said>of(new Said.OfBlock(new MemberPlace<>(place, attribute)))
                    .filter(ignored -> attribute.span().equals(span));
            case CommentLine line -> asDirective(List.of(line.comment()), span);
            case Member.EnumValueDeclaration ignored -> Optional.empty();
            case Member.Property ignored -> Optional.empty();
            case Member.UnparsableLine ignored -> Optional.empty();
            case Member.Blank ignored -> Optional.empty();
          };
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Said> asDirective(List<Comment> comments, Span span) {
    return comments.stream()
        .filter(comment -> comment.directive().filter(d -> d.span().equals(span)).isPresent())
        .findFirst()
        .map(Said.AsDirective::new);
  }

  /** The relation whose key stands at a place. */
  Optional<Relation> relation(Span key) {
    return schema.relations().stream()
        .filter(relation ->
            switch (relation) {
              case Relation.OneToOne one -> one.key().span().equals(key);
              case Relation.OneToMany many -> many.key().span().equals(key);
              case Relation.ManyToMany both ->
                  both.first().span().equals(key) || both.second().span().equals(key);
            })
        .findFirst();
  }

  /** Both ends of a relation, the referencing one first. */
  static List<Relation.End> ends(Relation relation) {
    return switch (relation) {
      case Relation.OneToOne one -> List.of(one.referencing(), one.referenced());
      case Relation.OneToMany many -> List.of(many.referencing(), many.referenced());
      case Relation.ManyToMany both -> List.of(both.first(), both.second());
    };
  }
}
