package dev.plumbline.prisma.check;

import dev.plumbline.prisma.check.KeyDraft.Kind;
import dev.plumbline.prisma.check.KeyDraft.Part;
import dev.plumbline.prisma.model.ModelIndex.IndexType;
import dev.plumbline.prisma.model.NativeType;
import dev.plumbline.source.Span;
import java.util.Optional;

/** Rules about indexes. */
final class IndexRules {
  private final Settings settings;
  private final NameClashes clashes;
  private final Report report;
  private final OperatorClassRules operatorClasses;

  IndexRules(Settings settings, NameClashes clashes, Report report) {
    this.settings = settings;
    this.clashes = clashes;
    this.report = report;
    this.operatorClasses = new OperatorClassRules(report);
  }

  /** The rules about what the access methods of Postgres can do. */
  void checkTypes(ModelDraft model) {
    if (settings.datasource().isEmpty()) {
      return;
    }
    for (KeyDraft index : model.indexes()) {
      xmlIsNotIndexed(index);
      operatorClasses.check(index);
      spGistHasOneColumn(index);
    }
  }

  void check(KeyDraft index) {
    if (index.model().isView()) {
      return;
    }
    hasFields(index);
    ModelRules.constraintNameIsUnique(report, clashes, index);
    derivedClientNameIsFree(index);
    ModelRules.clientNameIsUnique(report, clashes, index);
    hasNoLength(index);
    hashIsNotSorted(index);
    fulltextIsForOthers(index);
    index
        .names()
        .database()
        .ifPresent(name -> ModelRules.constraintNameIsShort(report, index, name));
    ModelRules.keyIsNotClustered(report, index);
    operatorClassIsOnAnIndex(index);
    partialIndexesAreAPreview(index);
  }

  private void xmlIsNotIndexed(KeyDraft index) {
    Optional<ScalarDraft> xml =
        index.fields().stream()
            .filter(field ->
                field.nativeType().map(NativeType::kind).stream()
                    .anyMatch(NativeType.Kind.XML::equals))
            .findFirst();
    if (xml.isEmpty()) {
      return;
    }
    Span span = xml.get().span();
    String message =
        index.isUnique()
            ? "Postgres cannot compare `Xml`, so it cannot be unique."
            : "Postgres cannot compare `Xml`, so it cannot be indexed.";
    report.error(SchemaRule.INDEX_TYPE_FITS, span, message);
  }

  private void spGistHasOneColumn(KeyDraft index) {
    if (is(index, IndexType.SP_GIST) && index.parts().size() != 1) {
      inIndex(SchemaRule.INDEX_TYPE_FITS, index, "An index of type `SpGist` has one column.");
    }
  }

  private static boolean is(KeyDraft index, IndexType type) {
    return index.type().filter(type::equals).isPresent();
  }

  private void hasFields(KeyDraft index) {
    if (index.parts().isEmpty() && index.expression().isEmpty()) {
      inIndex(SchemaRule.KEY_HAS_FIELDS, index, "The list of fields is empty.");
    }
  }

  private void derivedClientNameIsFree(KeyDraft index) {
    String derived = String.join("_", index.fieldNames());
    if (index.isUnique()
        && index.parts().size() > 1
        && ModelRules.isColumn(index.model(), derived)) {
      report.inModel(
          SchemaRule.CLIENT_NAME_IS_FREE,
          index.model(),
          index.span(),
          "Prisma Client would call this key `" + derived + "`, as a field is called.",
          Optional.of("Give the key a `name` of its own."));
    }
  }

  private void hasNoLength(KeyDraft index) {
    if (index.parts().stream().anyMatch(Part::length)) {
      inIndex(
          SchemaRule.INDEX_HAS_NO_LENGTH,
          index,
          "Postgres does not index the start of a column, so `length` means nothing here.");
    }
  }

  private void hashIsNotSorted(KeyDraft index) {
    if (is(index, IndexType.HASH)
        && index.parts().stream().anyMatch(part -> part.sort().isPresent())) {
      inIndex(
          SchemaRule.INDEX_TYPE_FITS,
          index,
          "An index of type `Hash` has no order, so `sort` means nothing here.");
    }
  }

  private void fulltextIsForOthers(KeyDraft index) {
    if (index.kind() == Kind.FULLTEXT) {
      inIndex(
          SchemaRule.FULLTEXT_IS_FOR_OTHERS,
          index,
          "`@@fulltext` is for MySQL and MongoDB. In Postgres an index of type `Gin` searches text.");
    }
  }

  private void operatorClassIsOnAnIndex(KeyDraft index) {
    boolean written = index.parts().stream().anyMatch(part -> part.operatorClass().isPresent());
    if (written && index.kind() != Kind.INDEX) {
      inIndex(SchemaRule.OPERATOR_CLASS_FITS, index, "Only `@@index` takes operator classes.");
    }
  }

  private void partialIndexesAreAPreview(KeyDraft index) {
    if (index.where().isPresent()
        && index.expression().isEmpty()
        && settings.datasource().isPresent()
        && !settings.features().has("partialIndexes")) {
      report.inAttribute(
          SchemaRule.PARTIAL_INDEXES_ARE_A_PREVIEW,
          index.attributeName(),
          index.argument("where"),
          "`where` needs the preview feature `partialIndexes`.",
          PreviewFeatures.howToEnable("partialIndexes"));
    }
  }

  private void inIndex(SchemaRule rule, KeyDraft index, String message) {
    report.inAttribute(rule, index.attributeName(), index.span(), message);
  }
}
