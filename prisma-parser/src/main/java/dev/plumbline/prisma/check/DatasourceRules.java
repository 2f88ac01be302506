package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.Datasource;
import dev.plumbline.prisma.model.Datasource.ExtensionDeclaration;
import java.util.List;
import java.util.Optional;

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
          "`extensions` needs the preview feature `postgresqlExtensions`.",
          PreviewFeatures.howToEnable("postgresqlExtensions"));
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
      report.error(
          SchemaRule.NAME_STARTS_WITH_A_LETTER,
          extension.span(),
          "The name of an extension cannot start with a digit.",
          Optional.of("Give it another name, and the real one as `map`."));
    } else if (extension.name().contains("-")) {
      report.error(
          SchemaRule.NAME_HAS_NO_HYPHEN,
          extension.span(),
          "The name of an extension cannot hold a hyphen.",
          Optional.of(
              "Write `"
                  + extension.name().replace('-', '_')
                  + "(map: \""
                  + extension.name()
                  + "\")`."));
    }
  }
}
