package dev.plumbline.sql;

import freemarker.core.CommonTemplateMarkupOutputModel;
import freemarker.ext.util.WrapperTemplateModel;
import org.jspecify.annotations.Nullable;

/** A fragment of SQL as FreeMarker knows it: printed as it stands. */
class SqlMarkup extends CommonTemplateMarkupOutputModel<SqlMarkup> implements WrapperTemplateModel {
  private final Object source;

  SqlMarkup(@Nullable String plainText, @Nullable String markup, Object source) {
    super(plainText, markup);
    this.source = source;
  }

  @Override
  public SqlOutputFormat getOutputFormat() {
    return SqlOutputFormat.INSTANCE;
  }

  /** What the fragment was spelled from. */
  @Override
  public Object getWrappedObject() {
    return source;
  }
}
