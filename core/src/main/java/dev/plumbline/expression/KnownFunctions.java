package dev.plumbline.expression;

import dev.plumbline.schema.ColumnType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The functions of {@code pg_catalog} that stand in defaults, checks and indexes. */
final class KnownFunctions {
  /** One a line: name, argument types, result. Overloads are lines of their own. */
  private static final String SIGNATURES =
      """
      lower text > text
      upper text > text
      initcap text > text
      length text > int4
      length bpchar > int4
      length bytea > int4
      char_length text > int4
      char_length bpchar > int4
      character_length text > int4
      character_length bpchar > int4
      octet_length text > int4
      octet_length bpchar > int4
      octet_length bytea > int4
      bit_length text > int4
      btrim text > text
      btrim text text > text
      ltrim text > text
      ltrim text text > text
      rtrim text > text
      rtrim text text > text
      replace text text text > text
      translate text text text > text
      substr text int4 > text
      substr text int4 int4 > text
      substring text int4 > text
      substring text int4 int4 > text
      substring text text > text
      left text int4 > text
      right text int4 > text
      lpad text int4 > text
      lpad text int4 text > text
      rpad text int4 > text
      rpad text int4 text > text
      repeat text int4 > text
      reverse text > text
      strpos text text > int4
      position text text > int4
      split_part text text int4 > text
      overlay text text int4 > text
      overlay text text int4 int4 > text
      md5 text > text
      md5 bytea > text
      quote_literal text > text
      quote_ident text > text
      ascii text > int4
      chr int4 > text
      starts_with text text > bool
      regexp_replace text text text > text
      regexp_replace text text text text > text
      regexp_match text text > text[]
      like_escape text text > text
      similar_to_escape text > text
      similar_to_escape text text > text
      to_char timestamptz text > text
      to_char timestamp text > text
      to_char interval text > text
      to_char numeric text > text
      to_char int4 text > text
      to_char int8 text > text
      to_char float4 text > text
      to_char float8 text > text
      to_date text text > date
      to_timestamp text text > timestamptz
      to_timestamp float8 > timestamptz
      to_number text text > numeric
      date_trunc text timestamp > timestamp
      date_trunc text timestamptz > timestamptz
      date_trunc text interval > interval
      date_part text timestamp > float8
      date_part text timestamptz > float8
      date_part text date > float8
      date_part text interval > float8
      date_part text time > float8
      extract text timestamp > numeric
      extract text timestamptz > numeric
      extract text date > numeric
      extract text interval > numeric
      extract text time > numeric
      age timestamptz > interval
      age timestamp > interval
      age timestamptz timestamptz > interval
      age timestamp timestamp > interval
      timezone text timestamptz > timestamp
      timezone text timestamp > timestamptz
      make_date int4 int4 int4 > date
      clock_timestamp > timestamptz
      statement_timestamp > timestamptz
      gen_random_uuid > uuid
      uuidv4 > uuid
      uuidv7 > uuid
      random > float8
      abs int2 > int2
      abs int4 > int4
      abs int8 > int8
      abs numeric > numeric
      abs float4 > float4
      abs float8 > float8
      round numeric > numeric
      round float8 > float8
      round numeric int4 > numeric
      trunc numeric > numeric
      trunc float8 > float8
      trunc numeric int4 > numeric
      floor numeric > numeric
      floor float8 > float8
      ceil numeric > numeric
      ceil float8 > float8
      ceiling numeric > numeric
      ceiling float8 > float8
      sign numeric > numeric
      sign float8 > float8
      sqrt numeric > numeric
      sqrt float8 > float8
      power numeric numeric > numeric
      power float8 float8 > float8
      mod int2 int2 > int2
      mod int4 int4 > int4
      mod int8 int8 > int8
      mod numeric numeric > numeric
      jsonb_typeof jsonb > text
      json_typeof json > text
      jsonb_array_length jsonb > int4
      json_array_length json > int4
      to_tsvector regconfig text > tsvector
      to_tsvector regconfig jsonb > tsvector
      to_tsvector text > tsvector
      to_tsvector jsonb > tsvector
      to_tsquery regconfig text > tsquery
      to_tsquery text > tsquery
      plainto_tsquery regconfig text > tsquery
      plainto_tsquery text > tsquery
      websearch_to_tsquery regconfig text > tsquery
      websearch_to_tsquery text > tsquery
      nextval regclass > int8
      currval regclass > int8
      encode bytea text > text
      decode text text > bytea
      current_setting text > text
      current_setting text bool > text
      host inet > text
      family inet > int4
      masklen inet > int4
      array_length any int4 > int4
      cardinality any > int4
      array_ndims any > int4
      array_to_string any text > text
      string_to_array text text > text[]
      """;

  /** Functions that take anything as it is, and their results. */
  private static final Map<String, String> OPEN =
      Map.ofEntries(
          Map.entry("concat", "text"),
          Map.entry("concat_ws", "text"),
          Map.entry("format", "text"),
          Map.entry("num_nulls", "int4"),
          Map.entry("num_nonnulls", "int4"),
          Map.entry("jsonb_build_object", "jsonb"),
          Map.entry("jsonb_build_array", "jsonb"),
          Map.entry("json_build_object", "json"),
          Map.entry("json_build_array", "json"),
          Map.entry("to_jsonb", "jsonb"),
          Map.entry("to_json", "json"));

  /** Other names of the same function. */
  private static final Map<String, String> ALIASES =
      Map.of(
          "char_length", "length",
          "character_length", "length",
          "ceiling", "ceil",
          "pow", "power",
          "substr", "substring",
          "strpos", "position",
          "uuidv4", "gen_random_uuid");

  private static final Set<String> VOLATILE =
      Set.of("random", "clock_timestamp", "gen_random_uuid", "uuidv7", "nextval", "currval");
  private static final Set<String> PREFERRED =
      Set.of("text", "float8", "timestamptz", "interval", "bool");
  private static final Map<String, List<Signature>> BY_NAME = read();

  private KnownFunctions() {}

  /** What one function takes and gives. */
  record Signature(List<ColumnType> parameters, ColumnType result) {}

  static boolean isKnown(String name) {
    return BY_NAME.containsKey(name) || OPEN.containsKey(name);
  }

  /** The one name for a function that has several. */
  static String canonicalName(String name) {
    return ALIASES.getOrDefault(name, name);
  }

  /** Whether every function within gives the same when it is called again. */
  static boolean areRepeatable(SqlNode node) {
    boolean itself =
        !(node instanceof SqlNode.Call call)
            || (isFixed(call.name()) && call.namespace().isEmpty());
    return itself && ColumnNames.children(node).stream().allMatch(KnownFunctions::areRepeatable);
  }

  private static boolean isFixed(String name) {
    boolean grammar = Set.of("COALESCE", "GREATEST", "LEAST", "NULLIF").contains(name);
    return grammar || (isKnown(name) && !VOLATILE.contains(name));
  }

  /** Whether the function never gives one value for long. */
  static boolean isMoving(String name) {
    return VOLATILE.contains(name) || name.equals("statement_timestamp");
  }

  /** Whether the name is a built-in function's under which no other function hides. */
  static boolean isDistinctive(String name) {
    return BY_NAME.containsKey(name) && !ALIASES.containsKey(name);
  }

  /** Whether the first argument of a function that takes anything is a text all the same. */
  static boolean startsWithText(String name) {
    return name.equals("concat_ws") || name.equals("format");
  }

  /** The result of a function that takes arguments of any type. */
  static Optional<ColumnType> openResult(String name) {
    return Optional.ofNullable(OPEN.get(name)).map(ColumnType.BuiltIn::of);
  }

  /**
   * The overload that Postgres takes (its manual, section 10.3), when that can be told.
   *
   * @param arguments plain types; empty for a string without a type
   */
  static Optional<Signature> choose(String name, List<Optional<ColumnType>> arguments) {
    List<Signature> fitting =
        BY_NAME.getOrDefault(name, List.of()).stream().filter(s -> fits(s, arguments)).toList();
    if (fitting.size() < 2) {
      return fitting.stream().findFirst();
    }
    Comparator<Signature> order =
        Comparator.<Signature>comparingLong(s -> count(s, arguments, KnownFunctions::isExact))
            .thenComparingLong(s -> count(s, arguments, KnownFunctions::isPreferred));
    List<Signature> ranked = fitting.stream().sorted(order.reversed()).toList();
    boolean clear = order.compare(ranked.get(0), ranked.get(1)) != 0;
    return clear ? Optional.of(ranked.get(0)) : Optional.empty();
  }

  private static boolean fits(Signature signature, List<Optional<ColumnType>> arguments) {
    return signature.parameters().size() == arguments.size()
        && count(signature, arguments, KnownFunctions::isAcceptable) == arguments.size();
  }

  private interface Match {
    boolean test(Optional<ColumnType> argument, ColumnType parameter);
  }

  private static long count(
      Signature signature, List<Optional<ColumnType>> arguments, Match match) {
    long matches = 0;
    for (int i = 0; i < arguments.size(); i++) {
      matches += match.test(arguments.get(i), signature.parameters().get(i)) ? 1 : 0;
    }
    return matches;
  }

  private static boolean isAny(ColumnType parameter) {
    return BuiltInTypes.is(parameter, "any");
  }

  private static boolean isAcceptable(Optional<ColumnType> argument, ColumnType parameter) {
    return isAny(parameter)
        || argument.map(type -> Coercion.isImplicit(type, parameter)).orElse(true);
  }

  private static boolean isExact(Optional<ColumnType> argument, ColumnType parameter) {
    return argument.map(parameter::equals).orElse(false);
  }

  private static boolean isPreferred(Optional<ColumnType> argument, ColumnType parameter) {
    return !isExact(argument, parameter)
        && parameter instanceof ColumnType.BuiltIn builtIn
        && (argument.isPresent()
            ? PREFERRED.contains(builtIn.name())
            : builtIn.name().equals("text"));
  }

  private static Map<String, List<Signature>> read() {
    Map<String, List<Signature>> functions = new HashMap<>();
    SIGNATURES.lines().forEach(line -> add(functions, line.strip().split(" ")));
    Map<String, List<Signature>> fixed = new HashMap<>();
    functions.forEach((name, signatures) -> fixed.put(name, List.copyOf(signatures)));
    return Map.copyOf(fixed);
  }

  private static void add(Map<String, List<Signature>> functions, String[] words) {
    List<ColumnType> parameters = new ArrayList<>();
    for (int i = 1; i < words.length - 2; i++) {
      parameters.add(type(words[i]));
    }
    functions
        .computeIfAbsent(words[0], name -> new ArrayList<>())
        .add(new Signature(List.copyOf(parameters), type(words[words.length - 1])));
  }

  private static ColumnType type(String word) {
    return word.endsWith("[]")
        ? new ColumnType.Array(ColumnType.BuiltIn.of(word.substring(0, word.length() - 2)), 1)
        : ColumnType.BuiltIn.of(word);
  }
}
