package dev.plumbline.sql;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The templates of one style, each parsed once. Not for several threads at once. */
final class Templates {
  private final Configuration configuration;
  private final Map<String, Template> parsed = new HashMap<>();

  Templates(SqlStyle style, NameSpelling names, boolean repeatable) {
    var types = new TypeSpelling(names);
    configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(loader(style));
    configuration.setDefaultEncoding("UTF-8");
    configuration.setLocale(Locale.ROOT);
    configuration.setLocalizedLookup(false);
    configuration.setOutputFormat(SqlOutputFormat.INSTANCE);
    configuration.setRecognizeStandardFileExtensions(false);
    configuration.setAutoEscapingPolicy(Configuration.FORCE_AUTO_ESCAPING_POLICY);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setObjectWrapper(new SqlObjectWrapper(names, types));
    configuration.setSharedVariable(
        "repeatable", repeatable ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE);
    new TemplateFunctions(names, new LiteralSpelling(style), types).addTo(configuration);
  }

  private static TemplateLoader loader(SqlStyle style) {
    var shared = new ClassTemplateLoader(Templates.class, "");
    return switch (style) {
      case SQL -> shared;
      case PRISMA ->
          new MultiTemplateLoader(
              new TemplateLoader[] {new ClassTemplateLoader(Templates.class, "prisma"), shared});
    };
  }

  /**
   * The text that a template makes of a value, without blanks at its end.
   *
   * @throws IllegalArgumentException if a name or text in the value cannot be part of SQL
   */
  String process(String name, Object value) {
    var out = new StringWriter();
    try {
      template(name).process(value, out);
    } catch (TemplateException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new IllegalStateException("The template " + name + " is broken.", e);
    } catch (IOException e) {
      throw new UncheckedIOException("The template " + name + " cannot be read.", e);
    }
    return out.toString().strip();
  }

  private Template template(String name) throws IOException {
    Template template = parsed.get(name);
    if (template == null) {
      template = configuration.getTemplate(name + ".ftl");
      parsed.put(name, template);
    }
    return template;
  }
}
