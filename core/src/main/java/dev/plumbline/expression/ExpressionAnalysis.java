package dev.plumbline.expression;

import dev.plumbline.expression.SqlNode.Branch;
import dev.plumbline.schema.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives an expression the shape that Postgres gives it when it analyses it: every constant has a
 * type, every implicit cast stands there. What Postgres has analysed before and printed comes out
 * the same, so that raw and deparsed texts of one expression meet. Where a type cannot be told
 * nothing is put in or taken away.
 */
final class ExpressionAnalysis {
  private static final ColumnType BOOL = Coercion.builtIn("bool");
  private static final ColumnType TEXT = Coercion.builtIn("text");

  private final ExpressionContext context;
  private final Coercion coercion;

  ExpressionAnalysis(ExpressionContext context) {
    this.context = context;
    this.coercion = new Coercion(context);
  }

  /** The normal form of an expression whose value is used as it is. */
  SqlNode normalise(SqlNode node) {
    return settled(analyse(node)).node();
  }

  /** The normal form of an expression whose value is stored in a column of this type. */
  SqlNode normalise(SqlNode node, ColumnType target) {
    return coercion.cast(analyse(node), target).node();
  }

  /** A string that nothing gave a type is text. */
  private Typed settled(Typed value) {
    return value.node() instanceof SqlNode.UntypedString ? coercion.to(value, TEXT) : value;
  }

  private Typed analyse(SqlNode node) {
    return switch (node) {
      case SqlNode.UntypedString open -> Typed.untyped(open);
      case SqlNode.Null open -> Typed.untyped(open);
      case SqlNode.Number(String digits) -> number(digits);
      case SqlNode.Constant constant -> constant(constant);
      case SqlNode.ColumnReference column -> new Typed(column, coercion.typeOf(column));
      case SqlNode.SessionValue(String word, String precision) ->
          new Typed(SessionTimes.value(word, precision), SessionTimes.type(word));
      case SqlNode.Call call -> call(call);
      case SqlNode.Operation(String operator, List<SqlNode> operands) ->
          operands.size() == 1
              ? unary(operator, analyse(operands.get(0)))
              : comparison(operator, operands.get(0), operands.get(1));
      case SqlNode.Cast(SqlNode operand, ColumnType type) -> coercion.cast(analyse(operand), type);
      case SqlNode.Junction junction -> junction(junction);
      case SqlNode.Not(SqlNode operand) -> truth(NormalLogic.not(condition(operand)));
      case SqlNode.Is is -> is(is);
      case SqlNode.Distinct(SqlNode left, SqlNode right) -> distinct(analyse(left), analyse(right));
      case SqlNode.Quantified quantified -> quantified(quantified);
      case SqlNode.Membership membership -> membership(membership);
      case SqlNode.Case choice -> choice(choice);
      case SqlNode.ArrayOf(List<SqlNode> elements) -> array(elements);
      case SqlNode.Row(List<SqlNode> fields) ->
          Typed.untyped(new SqlNode.Row(fields.stream().map(this::normalise).toList()));
      case SqlNode.Subscript subscript -> subscript(subscript);
      case SqlNode.Field(SqlNode base, String name) ->
          Typed.untyped(new SqlNode.Field(analyse(base).node(), name));
      case SqlNode.Collated(SqlNode operand, String collation) -> collated(operand, collation);
    };
  }

  private static Typed truth(SqlNode node) {
    return Typed.of(node, BOOL);
  }

  private Typed number(String digits) {
    ColumnType type = Coercion.ofNumber(digits);
    return coercion.cast(Typed.untyped(new SqlNode.UntypedString(digits)), type);
  }

  private Typed constant(SqlNode.Constant constant) {
    return StoredValues.canonical(constant.type(), constant.value())
        .map(v -> Typed.of(new SqlNode.Constant(constant.type(), v), constant.type()))
        .orElseGet(() -> Typed.of(constant, constant.type()));
  }

  /** A condition: a string is read as a boolean. */
  private SqlNode condition(SqlNode node) {
    Typed value = analyse(node);
    return value.node() instanceof SqlNode.UntypedString
        ? coercion.to(value, BOOL).node()
        : value.node();
  }

  private Typed junction(SqlNode.Junction junction) {
    return truth(
        NormalLogic.junction(
            junction.conjunction(), junction.operands().stream().map(this::condition).toList()));
  }

  private Typed is(SqlNode.Is is) {
    boolean truthTest = !is.test().endsWith("null");
    SqlNode operand = truthTest ? condition(is.operand()) : settled(analyse(is.operand())).node();
    // IS UNKNOWN is IS NULL for booleans.
    return truth(new SqlNode.Is(operand, is.test().equals("unknown") ? "null" : is.test()));
  }

  private Typed unary(String operator, Typed operand) {
    boolean number = operand.type().map(coercion::plain).map(BuiltInTypes::isNumber).orElse(false);
    if (operator.equals("+") && number) {
      return operand;
    }
    if (operator.equals("-")
        && operand.node() instanceof SqlNode.Constant(ColumnType type, String value)
        && number
        && !value.startsWith("-")) {
      return coercion.cast(Typed.untyped(new SqlNode.UntypedString("-" + value)), type);
    }
    SqlNode node = new SqlNode.Operation(operator, List.of(operand.node()));
    return new Typed(node, number ? operand.type().map(coercion::plain) : Optional.empty());
  }

  private Typed comparison(String operator, SqlNode left, SqlNode right) {
    boolean equality = operator.equals("=") || operator.equals("<>");
    if (equality
        && left instanceof SqlNode.Row(List<SqlNode> one)
        && right instanceof SqlNode.Row(List<SqlNode> other)
        && one.size() == other.size()
        && !one.isEmpty()) {
      List<SqlNode> pairs = new ArrayList<>();
      for (int i = 0; i < one.size(); i++) {
        pairs.add(new SqlNode.Operation(operator, List.of(one.get(i), other.get(i))));
      }
      return junction(new SqlNode.Junction(operator.equals("="), pairs));
    }
    return operation(operator, analyse(left), analyse(right));
  }

  private Typed operation(String operator, Typed left, Typed right) {
    boolean blind = context.printed() && OperatorRules.COMPARISONS.contains(operator);
    if (blind && (isUnknown(left) || isUnknown(right))) {
      SqlNode node = new SqlNode.Operation(operator, List.of(guessed(left), guessed(right)));
      return Typed.of(node, BOOL);
    }
    Optional<OperatorRules.Choice> choice = choose(operator, left, right);
    boolean compares = OperatorRules.COMPARISONS.contains(operator);
    SqlNode one = choice.map(c -> operand(left, c.left(), compares)).orElseGet(left::node);
    SqlNode other = choice.map(c -> operand(right, c.right(), compares)).orElseGet(right::node);
    Optional<ColumnType> result = choice.flatMap(OperatorRules.Choice::result);
    if (result.isEmpty() && compares) {
      result = Optional.of(BOOL);
    }
    return new Typed(NormalLogic.operation(operator, one, other, choice.isPresent()), result);
  }

  private static boolean isUnknown(Typed value) {
    return value.type().isEmpty() && !value.isOpen();
  }

  /**
   * A constant beside something of unknown type. Where Postgres printed the one expression, all its
   * casts stand there: a bare operand beside a text is a text, and then a string beside it is one
   * too. Numbers are compared by their values, whatever their types.
   */
  private SqlNode guessed(Typed value) {
    Typed known = settled(value);
    boolean number =
        known.node() instanceof SqlNode.Constant constant && BuiltInTypes.isNumber(constant.type());
    return number ? coerced(known, Coercion.builtIn("numeric")) : known.node();
  }

  private Optional<OperatorRules.Choice> choose(String operator, Typed left, Typed right) {
    // NULL and an operand of unknown type say nothing about the operator.
    boolean told = isTold(left) && isTold(right);
    return told
        ? OperatorRules.choose(
            operator, left.type().map(coercion::plain), right.type().map(coercion::plain))
        : Optional.empty();
  }

  private static boolean isTold(Typed value) {
    return value.type().isPresent() || value.node() instanceof SqlNode.UntypedString;
  }

  private SqlNode operand(Typed value, ColumnType target, boolean compares) {
    return compares ? coerced(value, target) : coercion.to(value, target).node();
  }

  /**
   * To a comparison the scale of a number means nothing, so that 1.50 is 1.5 there, nor does the
   * size of an integer.
   */
  private SqlNode coerced(Typed value, ColumnType target) {
    SqlNode node = coercion.to(value, target).node();
    if (node instanceof SqlNode.Constant constant && BuiltInTypes.isInteger(constant.type())) {
      return new SqlNode.Constant(Coercion.builtIn("int8"), constant.value());
    }
    if (node instanceof SqlNode.Constant(ColumnType type, String text)
        && BuiltInTypes.is(type, "numeric")) {
      return StoredValues.decimal(text)
          .map(d -> d.signum() == 0 ? "0" : d.stripTrailingZeros().toPlainString())
          .<SqlNode>map(stripped -> new SqlNode.Constant(type, stripped))
          .orElse(node);
    }
    return node;
  }

  private Typed distinct(Typed left, Typed right) {
    Optional<OperatorRules.Choice> choice = choose("=", left, right);
    return truth(
        new SqlNode.Distinct(
            choice.map(c -> coerced(left, c.left())).orElseGet(left::node),
            choice.map(c -> coerced(right, c.right())).orElseGet(right::node)));
  }

  private Typed quantified(SqlNode.Quantified quantified) {
    Typed left = analyse(quantified.left());
    Typed array = elementsOf(quantified, left);
    Optional<ColumnType> element = array.type().flatMap(ExpressionAnalysis::element);
    Typed sample = new Typed(new SqlNode.Null(), element);
    Optional<OperatorRules.Choice> choice =
        isTold(left) && element.isPresent()
            ? choose(quantified.operator(), left, sample)
            : Optional.empty();
    SqlNode one = choice.map(c -> coerced(left, c.left())).orElseGet(left::node);
    SqlNode many =
        choice
            .map(c -> coercion.to(array, new ColumnType.Array(c.right(), 1)).node())
            .orElseGet(array::node);
    if (many instanceof SqlNode.ArrayOf(List<SqlNode> elements) && isList(quantified, elements)) {
      List<SqlNode> parts =
          elements.stream()
              .map(e -> operation(quantified.operator(), left, new Typed(e, coercion.typeOf(e))))
              .map(Typed::node)
              .toList();
      return truth(NormalLogic.junction(quantified.all(), parts));
    }
    return truth(new SqlNode.Quantified(quantified.operator(), quantified.all(), one, many));
  }

  /** {@code = ANY} and {@code <> ALL} of constants are what IN and NOT IN are. */
  private static boolean isList(SqlNode.Quantified quantified, List<SqlNode> elements) {
    String operator = quantified.all() ? "<>" : "=";
    return quantified.operator().equals(operator)
        && !elements.isEmpty()
        && elements.stream().allMatch(SqlNode.Constant.class::isInstance);
  }

  /** An array that is only a string takes its element type from the other side. */
  private Typed elementsOf(SqlNode.Quantified quantified, Typed left) {
    Typed array = analyse(quantified.array());
    boolean open = array.node() instanceof SqlNode.UntypedString;
    if (!open || left.type().isEmpty()) {
      return array;
    }
    Typed item = Typed.untyped(new SqlNode.UntypedString(""));
    return choose(quantified.operator(), left, item)
        .map(c -> coercion.cast(array, new ColumnType.Array(c.right(), 1)))
        .orElse(array);
  }

  private static Optional<ColumnType> element(ColumnType type) {
    return type instanceof ColumnType.Array array ? Optional.of(array.element()) : Optional.empty();
  }

  /** IN: what holds columns is compared one by one, the rest as one array of one type. */
  private Typed membership(SqlNode.Membership membership) {
    Typed left = analyse(membership.left());
    String operator = membership.negated() ? "<>" : "=";
    List<Typed> constants = new ArrayList<>();
    List<SqlNode> parts = new ArrayList<>();
    for (SqlNode element : membership.elements()) {
      if (ColumnNames.in(element).isEmpty()) {
        constants.add(analyse(element));
      } else {
        parts.add(operation(operator, left, analyse(element)).node());
      }
    }
    if (constants.size() < 2) {
      constants.forEach(c -> parts.add(operation(operator, left, c).node()));
    } else {
      List<Typed> all = new ArrayList<>(constants);
      all.add(0, left);
      Optional<ColumnType> common = isTold(left) ? coercion.common(all) : Optional.empty();
      for (Typed constant : constants) {
        Typed element = common.map(c -> coercion.to(constant, c)).orElse(constant);
        parts.add(operation(operator, left, element).node());
      }
    }
    return truth(NormalLogic.junction(membership.negated(), parts));
  }

  private Typed choice(SqlNode.Case choice) {
    Optional<Typed> subject = choice.subject().map(this::analyse).map(this::settled);
    List<Typed> results = new ArrayList<>();
    List<SqlNode> conditions = new ArrayList<>();
    for (Branch branch : choice.branches()) {
      conditions.add(
          subject.map(s -> tested(s, branch.when())).orElseGet(() -> condition(branch.when())));
      results.add(analyse(branch.then()));
    }
    choice.otherwise().ifPresent(o -> results.add(analyse(o)));
    Optional<ColumnType> common = coercion.common(results);
    List<SqlNode> values = results.stream().map(r -> shared(r, common)).toList();
    List<Branch> branches = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      branches.add(new Branch(conditions.get(i), values.get(i)));
    }
    // A missing ELSE is ELSE NULL, which is how it is printed when it was written.
    Optional<SqlNode> otherwise =
        choice
            .otherwise()
            .map(o -> values.get(values.size() - 1))
            .filter(o -> !(o instanceof SqlNode.Null));
    return new Typed(new SqlNode.Case(subject.map(Typed::node), branches, otherwise), common);
  }

  private SqlNode tested(Typed subject, SqlNode when) {
    Typed value = analyse(when);
    return choose("=", subject, value).map(c -> coerced(value, c.right())).orElseGet(value::node);
  }

  private SqlNode shared(Typed value, Optional<ColumnType> common) {
    return common.map(c -> coercion.to(value, c).node()).orElseGet(value::node);
  }

  private Typed array(List<SqlNode> elements) {
    List<Typed> values = elements.stream().map(this::analyse).toList();
    Optional<ColumnType> common =
        values.stream().allMatch(Typed::isOpen) ? Optional.empty() : coercion.common(values);
    if (common.isEmpty()) {
      // Strings only: an array of text, unless a cast around it says otherwise.
      return new Typed(
          new SqlNode.ArrayOf(values.stream().map(Typed::node).toList()),
          values.isEmpty() ? Optional.empty() : textArray(values));
    }
    ColumnType element =
        common.get() instanceof ColumnType.Array inner ? inner.element() : common.get();
    return Typed.of(
        new SqlNode.ArrayOf(values.stream().map(v -> shared(v, common)).toList()),
        new ColumnType.Array(element, 1));
  }

  private static Optional<ColumnType> textArray(List<Typed> values) {
    return values.stream().allMatch(Typed::isOpen)
        ? Optional.of(new ColumnType.Array(TEXT, 1))
        : Optional.empty();
  }

  private Typed subscript(SqlNode.Subscript subscript) {
    Typed base = analyse(subscript.base());
    Optional<ColumnType> plain = base.type().map(coercion::plain);
    Optional<ColumnType> type =
        subscript.slice() ? plain : plain.flatMap(ExpressionAnalysis::element);
    return new Typed(
        new SqlNode.Subscript(
            base.node(),
            subscript.lower().map(this::normalise),
            subscript.upper().map(this::normalise),
            subscript.slice()),
        type);
  }

  private Typed collated(SqlNode operand, String collation) {
    Typed value = settled(analyse(operand));
    return new Typed(new SqlNode.Collated(value.node(), collation), value.type());
  }

  private Typed call(SqlNode.Call call) {
    List<Typed> arguments = call.arguments().stream().map(this::analyse).toList();
    return switch (call.name()) {
      case "COALESCE", "GREATEST", "LEAST" -> sharedType(call.name(), arguments);
      case "NULLIF" -> nullIf(arguments);
      default -> function(call, arguments);
    };
  }

  private Typed sharedType(String name, List<Typed> arguments) {
    Optional<ColumnType> common = coercion.common(arguments);
    List<SqlNode> values = arguments.stream().map(a -> shared(a, common)).toList();
    return new Typed(new SqlNode.Call(Optional.empty(), name, values), common);
  }

  private Typed nullIf(List<Typed> arguments) {
    if (arguments.size() != 2) {
      return Typed.untyped(rebuilt(Optional.empty(), "NULLIF", arguments));
    }
    Typed left = arguments.get(0);
    Typed right = arguments.get(1);
    Optional<OperatorRules.Choice> choice = choose("=", left, right);
    SqlNode one = choice.map(c -> coerced(left, c.left())).orElseGet(left::node);
    SqlNode other = choice.map(c -> coerced(right, c.right())).orElseGet(right::node);
    return new Typed(
        new SqlNode.Call(Optional.empty(), "NULLIF", List.of(one, other)),
        choice.map(OperatorRules.Choice::left));
  }

  private static SqlNode rebuilt(Optional<String> namespace, String name, List<Typed> arguments) {
    return new SqlNode.Call(namespace, name, arguments.stream().map(Typed::node).toList());
  }

  private Typed function(SqlNode.Call call, List<Typed> arguments) {
    boolean catalog = call.namespace().map("pg_catalog"::equals).orElse(true);
    boolean known = catalog && KnownFunctions.isKnown(call.name());
    if (catalog && arguments.isEmpty()) {
      Optional<SqlNode> moment = SessionTimes.call(call.name());
      if (moment.isPresent()) {
        return Typed.of(moment.get(), Coercion.builtIn("timestamptz"));
      }
    }
    Optional<ColumnType> open = catalog ? KnownFunctions.openResult(call.name()) : Optional.empty();
    if (open.isPresent()) {
      return new Typed(rebuilt(Optional.empty(), call.name(), anything(call, arguments)), open);
    }
    return known ? knownFunction(call.name(), arguments) : otherFunction(call, arguments);
  }

  private List<Typed> anything(SqlNode.Call call, List<Typed> arguments) {
    if (arguments.isEmpty() || !KnownFunctions.startsWithText(call.name())) {
      return arguments;
    }
    List<Typed> all = new ArrayList<>(arguments);
    all.set(0, coercion.to(arguments.get(0), TEXT));
    return all;
  }

  private Typed knownFunction(String name, List<Typed> arguments) {
    boolean told = arguments.stream().allMatch(ExpressionAnalysis::isTold);
    Optional<KnownFunctions.Signature> signature =
        told
            ? KnownFunctions.choose(
                name, arguments.stream().map(a -> a.type().map(coercion::plain)).toList())
            : Optional.empty();
    if (signature.isEmpty()) {
      return Typed.untyped(rebuilt(Optional.empty(), name, arguments));
    }
    List<SqlNode> values = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      ColumnType parameter = signature.get().parameters().get(i);
      boolean any = BuiltInTypes.is(parameter, "any");
      values.add(any ? arguments.get(i).node() : coercion.to(arguments.get(i), parameter).node());
    }
    return Typed.of(
        new SqlNode.Call(Optional.empty(), KnownFunctions.canonicalName(name), values),
        signature.get().result());
  }

  /**
   * A function that nobody knows. A string goes to a parameter of a string type where there is one
   * (section 10.3, rule 4.e), and {@code text} is the preferred one.
   */
  private Typed otherFunction(SqlNode.Call call, List<Typed> arguments) {
    boolean shadows = KnownFunctions.isKnown(call.name());
    Optional<String> namespace =
        call.namespace()
            .filter(n -> shadows || !(n.equals("pg_catalog") || context.searchPath().contains(n)));
    return Typed.untyped(
        new SqlNode.Call(
            namespace,
            call.name(),
            arguments.stream().map(this::settled).map(Typed::node).toList()));
  }
}
