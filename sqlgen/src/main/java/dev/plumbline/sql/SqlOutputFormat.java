package dev.plumbline.sql;

import freemarker.core.CommonMarkupOutputFormat;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * SQL as an output format of FreeMarker, as HTML is one: where HTML escapes a bare string, SQL
 * makes it a quoted identifier. A template cannot print an unquoted name.
 */
final class SqlOutputFormat extends CommonMarkupOutputFormat<SqlMarkup> {
  static final SqlOutputFormat INSTANCE = new SqlOutputFormat();

  private SqlOutputFormat() {}

  @Override
  public String getName() {
    return "SQL";
  }

  @Override
  public String getMimeType() {
    return "application/sql";
  }

  @Override
  public void output(String textToEscape, Writer out) throws IOException {
    out.write(escapePlainText(textToEscape));
  }

  @Override
  public String escapePlainText(String plainText) {
    return Quoting.identifier(plainText);
  }

  @Override
  public boolean isLegacyBuiltInBypassed(String builtIn) {
    return false;
  }

  @Override
  protected SqlMarkup newTemplateMarkupOutputModel(
      @Nullable String plainText, @Nullable String markup) {
    return new SqlMarkup(plainText, markup, markup == null ? "" : new Fragment(markup));
  }
}
