package dev.plumbline.sql;

import dev.plumbline.schema.ColumnType;
import java.util.Locale;
import java.util.Map;

/** Column types as SQL, in the words that Prisma uses too. */
final class TypeSpelling {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("bool", "BOOLEAN"),
          Map.entry("int2", "SMALLINT"),
          Map.entry("int4", "INTEGER"),
          Map.entry("int8", "BIGINT"),
          Map.entry("float4", "REAL"),
          Map.entry("float8", "DOUBLE PRECISION"),
          Map.entry("numeric", "DECIMAL"),
          Map.entry("bpchar", "CHAR"),
          Map.entry("varbit", "VARBIT"),
          // Bare, CHAR is the keyword for character(1).
          Map.entry("char", "\"char\""));

  private final NameSpelling names;

  TypeSpelling(NameSpelling names) {
    this.names = names;
  }

  String spell(ColumnType type) {
    return switch (type) {
      case ColumnType.BuiltIn builtIn -> builtIn(builtIn);
      case ColumnType.UserDefined userDefined -> userDefined(userDefined);
      case ColumnType.Array array -> spell(array.element()) + "[]".repeat(array.dimensions());
      case ColumnType.Written written -> written.sql();
    };
  }

  /** The pseudo-type that makes a column of this type, its sequence and its default. */
  static String serial(ColumnType type) {
    if (type.canonical().equals(ColumnType.BuiltIn.of("int2"))) {
      return "SMALLSERIAL";
    }
    return type.canonical().equals(ColumnType.BuiltIn.of("int8")) ? "BIGSERIAL" : "SERIAL";
  }

  private static String builtIn(ColumnType.BuiltIn type) {
    String word = WORDS.get(type.name());
    if (word == null) {
      word =
          Quoting.isPlainWord(type.name())
              ? type.name().toUpperCase(Locale.ROOT)
              : Quoting.identifier(type.name());
    }
    if (type.name().equals("bpchar") && type.modifiers().isEmpty()) {
      // Bare CHAR would be character(1); only the internal name is unlimited.
      word = "BPCHAR";
    }
    return word + modifiers(type);
  }

  private static String modifiers(ColumnType.BuiltIn type) {
    String modifiers = type.modifiers();
    if (modifiers.isEmpty()) {
      return "";
    }
    boolean fields = type.name().equals("interval") && Character.isLetter(modifiers.charAt(0));
    return fields ? " " + modifiers.toUpperCase(Locale.ROOT) : "(" + modifiers + ")";
  }

  private String userDefined(ColumnType.UserDefined type) {
    String name =
        type.namespace()
            .map(namespace -> names.spell(namespace, type.name()))
            .orElseGet(() -> Quoting.identifier(type.name()));
    return type.modifiers().isEmpty() ? name : name + "(" + type.modifiers() + ")";
  }
}
