package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.Datasource;
import dev.plumbline.prisma.model.Datasource.RelationMode;
import dev.plumbline.prisma.model.Generator;
import dev.plumbline.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * What the datasource and the generators say.
 *
 * @param datasource the datasource, if there is a usable one
 * @param generators the generators
 * @param features the preview features they switch on
 * @param schemas the place of the datasource's {@code schemas}, if it is written
 * @param extensions the place of the datasource's {@code extensions}, if it is written
 */
record Settings(
    Optional<Datasource> datasource,
    List<Generator> generators,
    PreviewFeatures features,
    Optional<Span> schemas,
    Optional<Span> extensions) {
  Settings {
    generators = List.copyOf(generators);
  }

  boolean usesForeignKeys() {
    return datasource.map(Datasource::relationMode).orElse(RelationMode.FOREIGN_KEYS)
        == RelationMode.FOREIGN_KEYS;
  }
}
