package dev.plumbline.prisma.model;

import dev.plumbline.source.Span;
import java.util.List;

/**
 * A {@code generator} block. What a generator does is its own affair; only the preview features
 * change what a schema may say.
 *
 * @param name its name
 * @param previewFeatures the features it switches on
 * @param span the block
 */
public record Generator(String name, List<String> previewFeatures, Span span) {
  /** Copies the list. */
  public Generator {
    previewFeatures = List.copyOf(previewFeatures);
  }
}
