package dev.plumbline.sql;

import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.SequenceOptions;
import dev.plumbline.schema.SqlExpression;
import freemarker.ext.util.WrapperTemplateModel;
import freemarker.template.Configuration;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The functions that templates may call. Each gives a fragment. */
final class TemplateFunctions {
  private static final Pattern BARE_SETTING = Pattern.compile("[a-z]+|-?[0-9]+(\\.[0-9]+)?");

  private final DefaultSpelling defaults;
  private final NameSpelling names;
  private final LiteralSpelling literals;
  private final TypeSpelling types;

  TemplateFunctions(NameSpelling names, LiteralSpelling literals, TypeSpelling types) {
    this.names = names;
    this.literals = literals;
    this.defaults = new DefaultSpelling(names, literals);
    this.types = types;
  }

  /** All functions by the names that templates use. */
  Map<String, Function> byName() {
    return Map.ofEntries(
        // literal(text): a string constant.
        Map.entry("literal", arguments -> literals.spell(text(arguments, 0))),
        // word(text): bare where it is plainly a lower-case name, else an identifier.
        Map.entry("word", arguments -> Quoting.word(text(arguments, 0))),
        // keyword(text): in capitals where it is plainly a lower-case name, else an identifier.
        Map.entry("keyword", arguments -> keyword(text(arguments, 0))),
        // raw(text): SQL already, as somebody wrote it or as Postgres deparsed it.
        Map.entry("raw", arguments -> text(arguments, 0)),
        // nameLiteral(name): an object's name in a string constant, as regclass reads it.
        Map.entry(
            "nameLiteral",
            arguments -> literals.spell(names.spell(argument(arguments, 0, ObjectName.class)))),
        // dollarQuoted(markup): what a template has captured, between a tag that it does not hold.
        Map.entry(
            "dollarQuoted",
            arguments -> Quoting.dollarQuoted(argument(arguments, 0, Fragment.class).sql())),
        // role(name): a role, where public in any case means everybody.
        Map.entry("role", arguments -> role(text(arguments, 0))),
        // quoteAll(list, separator): identifiers.
        Map.entry("quoteAll", arguments -> quoteAll(list(arguments, 0), text(arguments, 1))),
        // literals(list): string constants.
        Map.entry("literals", arguments -> literals(list(arguments, 0))),
        // inParentheses(expression): as Prisma puts it into parentheses.
        Map.entry(
            "inParentheses",
            arguments -> inParentheses(argument(arguments, 0, SqlExpression.class))),
        // settings(map): storage parameters or options with their values.
        Map.entry("settings", arguments -> settings(map(arguments, 0))),
        // settingNames(list): storage parameters or options alone.
        Map.entry("settingNames", arguments -> settingNames(list(arguments, 0))),
        // defaultOf(value, type): a default value.
        Map.entry(
            "defaultOf",
            arguments ->
                defaults.spell(
                    argument(arguments, 0, DefaultValue.class), types.spell(type(arguments, 1)))),
        // serialOf(type): the pseudo-type.
        Map.entry("serialOf", arguments -> TypeSpelling.serial(type(arguments, 0))),
        // unusualOptions(options, type): what differs from the usual sequence.
        Map.entry(
            "unusualOptions",
            arguments -> SequenceSpelling.unusual(options(arguments), type(arguments, 1))),
        // allOptions(options, prefix): every option of a sequence, each after the prefix.
        Map.entry(
            "allOptions",
            arguments ->
                SequenceSpelling.all(options(arguments)).stream()
                    .map(option -> text(arguments, 1) + option)
                    .collect(Collectors.joining(" "))));
  }

  void addTo(Configuration configuration) {
    byName()
        .forEach((name, function) ->
            configuration.setSharedVariable(
                name,
                (TemplateMethodModelEx)
                    arguments -> new SqlMarkup(null, function.apply(unwrapped(arguments)), "")));
  }

  private static String keyword(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean plain = Quoting.isPlainWord(lower.replace(' ', '_'));
    return plain ? text.toUpperCase(Locale.ROOT) : Quoting.identifier(text);
  }

  private static String role(String name) {
    return name.equalsIgnoreCase("public") ? "PUBLIC" : Quoting.identifier(name);
  }

  // What begins and ends with one stays as it is, whether or not these two are a pair.
  private static String inParentheses(SqlExpression expression) {
    String text = expression.text();
    return text.startsWith("(") && text.endsWith(")")
        ? text
        : "(" + TrailingComment.closed(text) + ")";
  }

  private static String quoteAll(List<?> names, String separator) {
    return names.stream()
        .map(name -> Quoting.identifier((String) name))
        .collect(Collectors.joining(separator));
  }

  private String literals(List<?> texts) {
    return texts.stream()
        .map(text -> literals.spell((String) text))
        .collect(Collectors.joining(", "));
  }

  private String settings(Map<?, ?> settings) {
    return settings.entrySet().stream()
        .map(entry -> settingName((String) entry.getKey()) + " = " + setting(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String settingNames(List<?> names) {
    return names.stream().map(name -> settingName((String) name)).collect(Collectors.joining(", "));
  }

  private static String settingName(String name) {
    return name.startsWith("toast.")
        ? "toast." + Quoting.word(name.substring("toast.".length()))
        : Quoting.word(name);
  }

  private String setting(Object value) {
    String text = (String) value;
    return BARE_SETTING.matcher(text).matches() ? text : literals.spell(text);
  }

  private static SequenceOptions options(List<Object> arguments) {
    return argument(arguments, 0, SequenceOptions.class);
  }

  private static ColumnType type(List<Object> arguments, int position) {
    return argument(arguments, position, ColumnType.class);
  }

  private static String text(List<Object> arguments, int position) {
    return argument(arguments, position, String.class);
  }

  private static List<?> list(List<Object> arguments, int position) {
    return argument(arguments, position, List.class);
  }

  private static Map<?, ?> map(List<Object> arguments, int position) {
    return argument(arguments, position, Map.class);
  }

  private static <T> T argument(List<Object> arguments, int position, Class<T> type) {
    return type.cast(arguments.get(position));
  }

  private static List<Object> unwrapped(List<?> models) throws TemplateModelException {
    var values = new ArrayList<Object>();
    for (Object model : models) {
      values.add(
          switch (model) {
            case WrapperTemplateModel wrapper -> wrapper.getWrappedObject();
            case TemplateScalarModel scalar -> scalar.getAsString();
            default ->
                throw new TemplateModelException("A template passes something that is no value.");
          });
    }
    return values;
  }

  /** A function from the values that a template passes to SQL. */
  interface Function {
    String apply(List<Object> arguments);
  }
}
