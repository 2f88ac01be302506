package dev.plumbline.schema;

import dev.plumbline.source.Span;
import java.util.Map;
import java.util.Optional;

/**
 * Which text the objects of a schema came from. It stands beside the schema and not in it, so that
 * an object from a file equals the same object from a live database.
 *
 * @param spans the place of each object that came from a text
 */
public record Origins(Map<ObjectAddress, Span> spans) {
  /** Copies the map. */
  public Origins {
    spans = Map.copyOf(spans);
  }

  /** No object came from a text. */
  public static Origins none() {
    return new Origins(Map.of());
  }

  /** The place an object came from. */
  public Optional<Span> of(ObjectAddress address) {
    return Optional.ofNullable(spans.get(address));
  }
}
