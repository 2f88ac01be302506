package dev.plumbline.migration;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How the files of a migration look: {@code up.sql.ftl}, {@code down.sql.ftl} and {@code
 * summary.md.ftl}, each of which a team may replace by one of its own.
 */
public final class MigrationTemplates {
  private final Configuration configuration;

  private MigrationTemplates(TemplateLoader loader) {
    configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(loader);
    configuration.setDefaultEncoding("UTF-8");
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("computer");
    configuration.setLocalizedLookup(false);
    configuration.setRecognizeStandardFileExtensions(false);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
  }

  /** Our own. */
  public static MigrationTemplates usual() {
    return new MigrationTemplates(shipped());
  }

  /**
   * Those in a folder, and our own for what it does not hold.
   *
   * @throws UncheckedIOException if there is no such folder
   */
  public static MigrationTemplates in(Path folder) {
    try {
      return new MigrationTemplates(
          new MultiTemplateLoader(
              new TemplateLoader[] {new FileTemplateLoader(folder.toFile()), shipped()}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TemplateLoader shipped() {
    return new ClassTemplateLoader(MigrationTemplates.class, "");
  }

  /**
   * The text of a file, which ends with a line break.
   *
   * @throws BrokenTemplateException if the template of the team does not work
   */
  String process(String name, Map<String, Object> values) {
    var out = new StringWriter();
    try {
      configuration.getTemplate(name + ".ftl").process(values, out);
    } catch (TemplateException | IOException e) {
      String first =
          Optional.ofNullable(e.getMessage()).orElse("").lines().findFirst().orElse("it is broken");
      throw new BrokenTemplateException(name + ".ftl", first, e);
    }
    return out.toString().stripTrailing() + "\n";
  }

  /** A template that a team wrote does not work. */
  public static final class BrokenTemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenTemplateException(String template, String reason, Throwable cause) {
      super("the template " + template + " does not work: " + reason, cause);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
