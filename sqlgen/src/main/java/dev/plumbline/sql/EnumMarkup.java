package dev.plumbline.sql;

import freemarker.template.TemplateScalarModel;

/** An enum constant in a template: printed as SQL words, compared by its name. */
final class EnumMarkup extends SqlMarkup implements TemplateScalarModel {
  private final String name;

  EnumMarkup(Enum<?> constant) {
    super(null, constant.name().replace('_', ' '), constant);
    this.name = constant.name();
  }

  @Override
  public String getAsString() {
    return name;
  }
}
