package dev.plumbline.sql;

import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.SqlExpression;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Shows our values to templates. Names, types and expressions become fragments, so that a template
 * prints them right without saying how; a bare string stays one, and is quoted when printed.
 */
final class SqlObjectWrapper extends DefaultObjectWrapper {
  private final NameSpelling names;
  private final TypeSpelling types;

  SqlObjectWrapper(NameSpelling names, TypeSpelling types) {
    super(Configuration.VERSION_2_3_34);
    this.names = names;
    this.types = types;
  }

  @Override
  public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
    return switch (value) {
      case null -> null;
      case Optional<?> optional -> wrap(optional.orElse(null));
      case OptionalInt optional -> optional.isPresent() ? wrap(optional.getAsInt()) : null;
      case Fragment fragment -> markup(fragment.sql(), fragment);
      case ObjectName name -> markup(names.spell(name), name);
      // No default is nothing to print.
      case DefaultValue.None ignored -> null;
      case DefaultValue.Unspecified ignored -> null;
      case ColumnType type -> markup(types.spell(type), type);
      // It may end in a line comment, which must not swallow what follows it.
      case SqlExpression expression ->
          markup(TrailingComment.closed(expression.text()), expression);
      case Enum<?> constant -> new EnumMarkup(constant);
      case Integer number -> markup(number.toString(), number);
      case Long number -> markup(number.toString(), number);
      default -> super.wrap(value);
    };
  }

  private static SqlMarkup markup(String sql, Object source) {
    return new SqlMarkup(null, sql, source);
  }
}
