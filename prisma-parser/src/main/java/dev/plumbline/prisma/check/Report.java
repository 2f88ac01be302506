package dev.plumbline.prisma.check;

import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.Severity;
import dev.plumbline.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects diagnostics, and names in each what it speaks of. */
final class Report {
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private boolean hasErrors;

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  boolean hasErrors() {
    return hasErrors;
  }

  void add(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
    hasErrors = hasErrors || diagnostic.isError();
  }

  void error(SchemaRule rule, Span span, String message) {
    add(Diagnostic.error(rule.code(), span, message));
  }

  void error(SchemaRule rule, Span span, String message, Optional<String> help) {
    add(new Diagnostic(rule.code(), Severity.ERROR, span, message, help));
  }

  void warning(SchemaRule rule, Span span, String message) {
    warning(rule, span, message, Optional.empty());
  }

  void warning(SchemaRule rule, Span span, String message, Optional<String> help) {
    add(new Diagnostic(rule.code(), Severity.WARNING, span, message, help));
  }

  /**
   * An error in an attribute.
   *
   * @param attribute its name with one {@code @} or two
   */
  void inAttribute(SchemaRule rule, String attribute, Span span, String message) {
    error(rule, span, attributePrefix(attribute) + message);
  }

  void inAttribute(
      SchemaRule rule, String attribute, Span span, String message, Optional<String> help) {
    error(rule, span, attributePrefix(attribute) + message, help);
  }

  private static String attributePrefix(String attribute) {
    return "`" + attribute + "`: ";
  }

  /** An error in a model or view. */
  void inModel(SchemaRule rule, ModelDraft model, Span span, String message) {
    inModel(rule, model, span, message, Optional.empty());
  }

  void inModel(
      SchemaRule rule, ModelDraft model, Span span, String message, Optional<String> help) {
    error(
        rule, span, (model.isView() ? "View `" : "Model `") + model.name() + "`: " + message, help);
  }

  /** An error in an attribute of a model or view, which Prisma always calls a model. */
  void inAnyModel(SchemaRule rule, ModelDraft model, Span span, String message) {
    inAnyModel(rule, model, span, message, Optional.empty());
  }

  void inAnyModel(
      SchemaRule rule, ModelDraft model, Span span, String message, Optional<String> help) {
    error(rule, span, "Model `" + model.name() + "`: " + message, help);
  }

  /** An error in a field of a model or view. */
  void inField(
      SchemaRule rule, FieldDraft field, Span span, String message, Optional<String> help) {
    ModelDraft model = field.model();
    error(rule, span, "Field `" + model.name() + "." + field.name() + "`: " + message, help);
  }
}
