package dev.plumbline.expression;

import dev.plumbline.schema.ColumnType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Casts: those that are written and those that Postgres puts in (its manual, chapter 10, Type
 * Conversion). A cast of a constant is carried out, a cast to the type that is there already goes
 * away, every other one stays.
 */
final class Coercion {
  private static final List<String> NUMBERS =
      List.of("int2", "int4", "int8", "numeric", "float4", "float8");
  private static final List<String> TIMES = List.of("date", "timestamp", "timestamptz");
  private static final Set<String> RELABELLED = Set.of("text", "varchar");

  private final ExpressionContext context;

  Coercion(ExpressionContext context) {
    this.context = context;
  }

  static ColumnType builtIn(String name) {
    return ColumnType.BuiltIn.of(name);
  }

  /** The type without domains and modifiers, by which operators are chosen. */
  ColumnType plain(ColumnType type) {
    return switch (context.base(type)) {
      case ColumnType.BuiltIn builtIn -> ColumnType.BuiltIn.of(builtIn.name());
      case ColumnType.UserDefined named ->
          new ColumnType.UserDefined(namespace(named), named.name(), "");
      case ColumnType.Array array -> new ColumnType.Array(plain(array.element()), 1);
      case ColumnType.Written written -> plain(written.meaning());
    };
  }

  /** A namespace on the search path may be left out, so that it is always left out here. */
  private Optional<String> namespace(ColumnType.UserDefined named) {
    return named.namespace().filter(n -> !context.searchPath().contains(n));
  }

  /** As an implicit cast does it. */
  Typed to(Typed value, ColumnType target) {
    return cast(value, plain(target));
  }

  /** As an explicit cast does it, modifiers and all. */
  Typed cast(Typed value, ColumnType written) {
    ColumnType target = relaxed(written.canonical());
    if (value.node() instanceof SqlNode.Null) {
      return value;
    }
    if (value.node() instanceof SqlNode.UntypedString(String text)) {
      return constant(text, target, value);
    }
    if (value.node() instanceof SqlNode.ArrayOf(List<SqlNode> elements)
        && target instanceof ColumnType.Array array) {
      return Typed.of(
          new SqlNode.ArrayOf(elements.stream().map(e -> inner(e, array)).toList()), target);
    }
    if (value.type().map(target::equals).orElse(false)) {
      return value;
    }
    if (value.node() instanceof SqlNode.Constant constant) {
      Optional<Typed> folded = fold(constant, target);
      if (folded.isPresent()) {
        return folded.get();
      }
    }
    return Typed.of(wrapped(value, target), target);
  }

  private SqlNode inner(SqlNode element, ColumnType.Array array) {
    boolean nested = element instanceof SqlNode.ArrayOf;
    Typed typed = new Typed(element, typeOf(element));
    return cast(typed, nested ? array : array.element()).node();
  }

  private ColumnType relaxed(ColumnType type) {
    return switch (type) {
      case ColumnType.UserDefined named ->
          new ColumnType.UserDefined(namespace(named), named.name(), named.modifiers());
      case ColumnType.Array array -> new ColumnType.Array(relaxed(array.element()), 1);
      case ColumnType.BuiltIn builtIn -> builtIn;
      case ColumnType.Written written -> relaxed(written.meaning());
    };
  }

  /** A string meets its type: the type's input function reads it. */
  private Typed constant(String text, ColumnType target, Typed value) {
    if (target instanceof ColumnType.Array array) {
      return ArrayText.elements(text)
          .map(elements -> arrayOf(elements, array))
          .orElseGet(() -> Typed.of(new SqlNode.Constant(target, text), target));
    }
    ColumnType base = context.base(target);
    // What the input function does not certainly take stays a cast and is no value.
    return StoredValues.canonical(base, text)
        .map(v -> fitted(new SqlNode.Constant(plain(target), v), base, target))
        .orElseGet(() -> Typed.of(new SqlNode.Cast(value.node(), target), target));
  }

  /** Bits of another length are no value of the type before they are cut or filled. */
  private static Typed fitted(SqlNode.Constant constant, ColumnType base, ColumnType target) {
    boolean cast =
        base instanceof ColumnType.BuiltIn(String name, String modifiers)
            && (name.equals("bit") || name.equals("varbit"))
            && !modifiers.isEmpty()
            && !isFittedAlike(constant, base);
    return cast
        ? Typed.of(new SqlNode.Cast(constant, target), target)
        : Typed.of(constant, constant.type());
  }

  private Typed arrayOf(List<Optional<String>> elements, ColumnType.Array array) {
    List<SqlNode> nodes = new ArrayList<>();
    for (Optional<String> element : elements) {
      nodes.add(
          element
              .map(e -> cast(Typed.untyped(new SqlNode.UntypedString(e)), array.element()).node())
              .orElseGet(SqlNode.Null::new));
    }
    return Typed.of(new SqlNode.ArrayOf(nodes), array);
  }

  /** Carries out a cast of a constant where the outcome is certain. */
  private Optional<Typed> fold(SqlNode.Constant constant, ColumnType target) {
    ColumnType base = context.base(target);
    boolean numbers = BuiltInTypes.isNumber(constant.type()) && BuiltInTypes.isNumber(base);
    boolean texts = isRelabelled(constant.type()) && BuiltInTypes.isString(base);
    boolean fitted = constant.type().equals(plain(base)) && isFittedAlike(constant, base);
    boolean amount = BuiltInTypes.isExactNumber(constant.type()) && BuiltInTypes.is(base, "money");
    // A negative number of eight bytes is out of the range of oids.
    boolean object =
        BuiltInTypes.isInteger(constant.type())
            && BuiltInTypes.is(base, "oid")
            && !(BuiltInTypes.is(constant.type(), "int8") && constant.value().startsWith("-"));
    if (!numbers && !texts && !fitted && !amount && !object) {
      return Optional.empty();
    }
    return StoredValues.canonical(base, constant.value())
        .map(text -> Typed.of(new SqlNode.Constant(plain(target), text), plain(target)));
  }

  /** Whether fitting a value to the modifiers of its own type is a matter of its text alone. */
  private static boolean isFittedAlike(SqlNode.Constant constant, ColumnType target) {
    if (!(target instanceof ColumnType.BuiltIn(String name, String modifiers))) {
      return false;
    }
    return switch (name) {
      case "bpchar", "timestamp", "timestamptz", "time", "timetz" -> true;
      // A cast would pad or cut.
      case "bit" -> modifiers.equals(Integer.toString(constant.value().length()));
      case "varbit" -> modifiers.isEmpty() || fits(constant.value(), modifiers);
      default -> false;
    };
  }

  private static boolean fits(String value, String length) {
    return length.matches("[0-9]{1,8}") && value.length() <= Integer.parseInt(length);
  }

  private static boolean isRelabelled(ColumnType type) {
    return type instanceof ColumnType.BuiltIn(String name, String modifiers)
        && modifiers.isEmpty()
        && RELABELLED.contains(name);
  }

  /**
   * Between text and varchar without a length a cast changes the label and not the value, so that
   * only the last of a row of them counts.
   */
  private SqlNode wrapped(Typed value, ColumnType target) {
    if (isRelabelled(target)
        && value.node() instanceof SqlNode.Cast(SqlNode below, ColumnType middle)
        && isRelabelled(middle)) {
      Optional<ColumnType> origin = typeOf(below);
      boolean text = origin.map(t -> isRelabelled(plain(t))).orElse(false);
      if (text) {
        return origin.get().equals(target) ? below : new SqlNode.Cast(below, target);
      }
    }
    return SessionTimes.cast(value.node(), target)
        .orElseGet(() -> new SqlNode.Cast(value.node(), target));
  }

  /** The type of a leaf or a cast, which needs no analysis. */
  Optional<ColumnType> typeOf(SqlNode node) {
    return switch (node) {
      case SqlNode.ColumnReference column ->
          Optional.ofNullable(context.columns().get(column.name()))
              .map(ColumnType::canonical)
              .map(this::relaxed);
      case SqlNode.Constant constant -> Optional.of(constant.type());
      case SqlNode.Cast cast -> Optional.of(cast.type());
      case SqlNode.Collated collated -> typeOf(collated.operand());
      case SqlNode.UntypedString ignored -> Optional.empty();
      case SqlNode.Number number -> Optional.of(ofNumber(number.digits()));
      case SqlNode.Null ignored -> Optional.empty();
      case SqlNode.SessionValue session -> SessionTimes.type(session.word());
      case SqlNode.Call ignored -> Optional.empty();
      case SqlNode.Operation ignored -> Optional.empty();
      case SqlNode.Junction ignored -> Optional.of(builtIn("bool"));
      case SqlNode.Not ignored -> Optional.of(builtIn("bool"));
      case SqlNode.Is ignored -> Optional.of(builtIn("bool"));
      case SqlNode.Distinct ignored -> Optional.of(builtIn("bool"));
      case SqlNode.Quantified ignored -> Optional.of(builtIn("bool"));
      case SqlNode.Membership ignored -> Optional.of(builtIn("bool"));
      case SqlNode.Case ignored -> Optional.empty();
      case SqlNode.ArrayOf ignored -> Optional.empty();
      case SqlNode.Row ignored -> Optional.empty();
      case SqlNode.Subscript ignored -> Optional.empty();
      case SqlNode.Field ignored -> Optional.empty();
    };
  }

  /** The type of a number follows from its size. */
  static ColumnType ofNumber(String digits) {
    if (!digits.matches("-?[0-9]{1,20}")) {
      return builtIn("numeric");
    }
    int bits = new BigInteger(digits).bitLength();
    return builtIn(bits < 32 ? "int4" : bits < 64 ? "int8" : "numeric");
  }

  /**
   * The one type of CASE branches, COALESCE arguments, array elements and the like (chapter 10.5).
   *
   * @return nothing when a value has a type that cannot be told
   */
  Optional<ColumnType> common(List<Typed> values) {
    Optional<ColumnType> chosen = Optional.empty();
    for (Typed value : values) {
      if (value.isOpen()) {
        continue;
      }
      if (value.type().isEmpty()) {
        return Optional.empty();
      }
      ColumnType next = plain(value.type().get());
      chosen = chosen.isEmpty() ? Optional.of(next) : wider(chosen.get(), next);
      if (chosen.isEmpty()) {
        return chosen;
      }
    }
    return chosen.or(() -> Optional.of(builtIn("text")));
  }

  private static Optional<ColumnType> wider(ColumnType first, ColumnType second) {
    if (first.equals(second)) {
      return Optional.of(first);
    }
    Optional<ColumnType> ordered =
        later(NUMBERS, first, second).or(() -> later(TIMES, first, second));
    if (ordered.isPresent()) {
      return ordered;
    }
    if (BuiltInTypes.isString(first) && BuiltInTypes.isString(second)) {
      boolean text = BuiltInTypes.is(second, "text");
      return Optional.of(text ? second : first);
    }
    return Optional.empty();
  }

  private static Optional<ColumnType> later(List<String> order, ColumnType a, ColumnType b) {
    if (!(a instanceof ColumnType.BuiltIn first) || !(b instanceof ColumnType.BuiltIn second)) {
      return Optional.empty();
    }
    int one = order.indexOf(first.name());
    int other = order.indexOf(second.name());
    return one < 0 || other < 0 ? Optional.empty() : Optional.of(one >= other ? a : b);
  }

  /** Whether Postgres casts the one type to the other unasked. */
  static boolean isImplicit(ColumnType from, ColumnType to) {
    if (from.equals(to)) {
      return true;
    }
    boolean widens =
        later(NUMBERS, from, to).or(() -> later(TIMES, from, to)).map(to::equals).orElse(false);
    boolean text = BuiltInTypes.isString(from) && BuiltInTypes.is(to, "text");
    boolean relabels =
        (BuiltInTypes.is(from, "text") || BuiltInTypes.is(from, "varchar"))
            && BuiltInTypes.isString(to);
    boolean zoned = BuiltInTypes.is(from, "time") && BuiltInTypes.is(to, "interval");
    return widens || text || relabels || zoned;
  }
}
