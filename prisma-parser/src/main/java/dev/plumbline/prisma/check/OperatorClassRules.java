package dev.plumbline.prisma.check;

import dev.plumbline.prisma.check.KeyDraft.Part;
import dev.plumbline.prisma.model.IndexKey.OperatorClass;
import dev.plumbline.prisma.model.ModelIndex.IndexType;
import dev.plumbline.prisma.model.NativeType;
import dev.plumbline.prisma.model.ScalarType;
import java.util.Optional;

/**
 * Rules about operator classes: which type of column an access method can index, and how. An
 * operator class that is given as {@code raw("…")} is never looked at.
 */
final class OperatorClassRules {
  private final Report report;

  OperatorClassRules(Report report) {
    this.report = report;
  }

  void check(KeyDraft index) {
    IndexType type = index.type().orElse(IndexType.BTREE);
    for (Part part : index.parts()) {
      OperatorClass operatorClass = part.operatorClass().orElse(null);
      switch (operatorClass) {
        case OperatorClass.Raw ignored -> {}
        case OperatorClass.Named named -> check(index, type, part.field(), named.prismaName());
        case null -> checkDefault(index, type, part.field());
      }
    }
  }

  private void check(KeyDraft index, IndexType type, ScalarDraft field, String name) {
    if (!OperatorClasses.supports(name, type)) {
      refuse(
          index,
          "The operator class `"
              + name
              + "` is not for indexes of type `"
              + type.prismaName()
              + "`.");
      return;
    }
    if (name.equals("ArrayOps")) {
      if (!field.isList()) {
        refuse(
            index,
            "The operator class `ArrayOps` is for lists, and the field `"
                + field.name()
                + "` is none.");
      }
      return;
    }
    Optional<NativeType> nativeType = field.nativeType();
    if (nativeType.isPresent()) {
      checkNative(index, field, name, nativeType.get());
    } else {
      checkScalar(index, field, name);
    }
  }

  private void checkNative(KeyDraft index, ScalarDraft field, String name, NativeType nativeType) {
    boolean fits =
        switch (name) {
          case "InetOps" -> nativeType.kind() == NativeType.Kind.INET;
          case "JsonbOps", "JsonbPathOps" -> nativeType.kind() == NativeType.Kind.JSON_B;
          case "TextOps" -> isText(nativeType);
          default -> OperatorClasses.isFor(name, nativeType);
        };
    if (!fits) {
      refuseNative(index, field, name, nativeType.kind().prismaName());
    }
  }

  private void refuseNative(KeyDraft index, ScalarDraft field, String name, String nativeType) {
    refuse(
        index,
        "The given operator class `"
            + name
            + "` does not support native type `"
            + nativeType
            + "` of field `"
            + field.name()
            + "`.");
  }

  private static boolean isText(NativeType type) {
    return type.kind() == NativeType.Kind.TEXT
        || type.kind() == NativeType.Kind.VAR_CHAR
        || type.kind() == NativeType.Kind.CHAR;
  }

  private void checkScalar(KeyDraft index, ScalarDraft field, String name) {
    Optional<ScalarType> wanted =
        switch (name) {
          case "JsonbOps", "JsonbPathOps" -> Optional.of(ScalarType.JSON);
          case "TextOps" -> Optional.of(ScalarType.STRING);
          default -> OperatorClasses.scalarOf(name);
        };
    if (wanted.isEmpty()) {
      refuse(
          index,
          "The operator class `"
              + name
              + "` needs a native type at the field `"
              + field.name()
              + "`.");
    } else if (!field.is(wanted.get())) {
      refuse(
          index,
          "The operator class `%s` is for `%s`, and the field `%s` is none."
              .formatted(name, wanted.get().prismaName(), field.name()));
    }
  }

  private void checkDefault(KeyDraft index, IndexType type, ScalarDraft field) {
    Optional<NativeType> nativeType = field.nativeType();
    if (hasDefault(type, field, nativeType)) {
      return;
    }
    if (nativeType.isPresent()) {
      refuse(
          index,
          "An index of type `%s` has no operator class of its own for `%s`; name one with `ops`."
              .formatted(type.prismaName(), nativeType.get().kind().prismaName()));
    } else {
      refuse(
          index,
          "An index of type `%s` cannot hold the field `%s`; name an operator class with `ops`."
              .formatted(type.prismaName(), field.name()));
    }
  }

  private static boolean hasDefault(
      IndexType type, ScalarDraft field, Optional<NativeType> nativeType) {
    boolean unsupported = field.isUnsupported();
    return switch (type) {
      case BTREE, HASH -> true;
      case GIST -> nativeType.isEmpty() && (unsupported || field.is(ScalarType.STRING));
      case GIN ->
          field.isList()
              || nativeType
                  .map(found -> found.kind() == NativeType.Kind.JSON_B)
                  .orElse(unsupported || field.is(ScalarType.JSON));
      case SP_GIST ->
          nativeType
              .map(found -> found.kind() == NativeType.Kind.INET || isText(found))
              .orElse(unsupported || field.is(ScalarType.STRING));
      case BRIN ->
          nativeType
              .map(OperatorClasses::brinHasOneFor)
              .orElse(unsupported || brinHasOneFor(field));
    };
  }

  private static boolean brinHasOneFor(ScalarDraft field) {
    return field
        .scalarType()
        .filter(type -> type != ScalarType.JSON && type != ScalarType.BOOLEAN)
        .isPresent();
  }

  private void refuse(KeyDraft index, String message) {
    report.inAttribute(
        SchemaRule.OPERATOR_CLASS_FITS, index.attributeName(), index.span(), message);
  }
}
