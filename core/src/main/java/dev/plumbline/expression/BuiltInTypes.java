package dev.plumbline.expression;

import dev.plumbline.schema.ColumnType;
import java.util.Set;

/** The types of {@code pg_catalog} under their own names, and the families they form. */
final class BuiltInTypes {
  private static final Set<String> NAMES =
      Set.of(
          ("int2 int4 int8 float4 float8 numeric money bool text varchar bpchar char name bytea"
                  + " uuid json jsonb jsonpath xml inet cidr macaddr macaddr8 bit varbit date time"
                  + " timetz timestamp timestamptz interval oid xid xid8 cid tid pg_lsn pg_snapshot"
                  + " txid_snapshot regclass regcollation regconfig regdictionary regnamespace regoper"
                  + " regoperator regproc regprocedure regrole regtype tsvector tsquery gtsvector"
                  + " point line lseg box path polygon circle int4range int8range numrange tsrange"
                  + " tstzrange daterange int4multirange int8multirange nummultirange tsmultirange"
                  + " tstzmultirange datemultirange int2vector oidvector refcursor aclitem cstring"
                  + " record void trigger event_trigger unknown internal")
              .split(" "));
  private static final Set<String> STRINGS = Set.of("text", "varchar", "bpchar", "name");
  private static final Set<String> INTEGERS = Set.of("int2", "int4", "int8");
  private static final Set<String> NUMBERS =
      Set.of("int2", "int4", "int8", "numeric", "float4", "float8");

  private BuiltInTypes() {}

  static boolean isName(String name) {
    return NAMES.contains(name);
  }

  /** Whether this is the catalog's name of an array type, such as {@code _int4}. */
  static boolean isArrayName(String name) {
    return name.startsWith("_") && NAMES.contains(name.substring(1));
  }

  static boolean is(ColumnType type, String name) {
    return type instanceof ColumnType.BuiltIn builtIn && builtIn.name().equals(name);
  }

  static boolean isString(ColumnType type) {
    return type instanceof ColumnType.BuiltIn builtIn && STRINGS.contains(builtIn.name());
  }

  static boolean isInteger(ColumnType type) {
    return type instanceof ColumnType.BuiltIn builtIn && INTEGERS.contains(builtIn.name());
  }

  static boolean isExactNumber(ColumnType type) {
    return isInteger(type) || is(type, "numeric");
  }

  static boolean isNumber(ColumnType type) {
    return type instanceof ColumnType.BuiltIn builtIn && NUMBERS.contains(builtIn.name());
  }
}
