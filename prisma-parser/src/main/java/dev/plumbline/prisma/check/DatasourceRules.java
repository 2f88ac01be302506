package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.Datasource;
import dev.plumbline.prisma.model.Datasource.ExtensionDeclaration;
import java.util.List;

/** Rules about the datasource. */
final class DatasourceRules {
  private final Settings settings;
  private final Report report;

  DatasourceRules(Settings settings, Report report) {
    this.settings = settings;
    this.report = report;
  }

  void check() {
    if (settings.extensions().isEmpty()) {
      return;
    }
    if (!settings.features().has("postgresqlExtensions")) {
      report.error(
          SchemaRule.EXTENSIONS_ARE_A_PREVIEW,
          settings.extensions().get(),
          "The `extensions` property is only available with the `postgresqlExtensions` preview"
              + " feature.");
      return;
    }
    settings
        .datasource()
        .flatMap(Datasource::extensions)
        .orElse(List.of())
        .forEach(this::extensionHasAName);
  }

  private void extensionHasAName(ExtensionDeclaration extension) {
    if (Character.isDigit(extension.name().codePointAt(0))) {
      report.invalid(
          SchemaRule.NAME_STARTS_WITH_A_LETTER,
          extension.span(),
          "The name of an extension must not start with a number.");
    } else if (extension.name().contains("-")) {
      report.invalid(
          SchemaRule.NAME_HAS_NO_HYPHEN,
          extension.span(),
          "The character `-` is not allowed in extension names.");
    }
  }
}
