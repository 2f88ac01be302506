package dev.plumbline.schema;

import dev.plumbline.source.Span;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which text the objects of a schema came from. It stands beside the schema and not in it, so that
 * an object from a file equals the same object from a live database.
 */
public final class Origins {
  private static final Origins NONE = new Builder().build();

  private final Map<ObjectAddress, Span> spans;

  private Origins(Map<ObjectAddress, Span> spans) {
    this.spans = Collections.unmodifiableMap(spans);
  }

  /** No object came from a text. */
  public static Origins none() {
    return NONE;
  }

  /** The place of each object that came from a text. */
  public Map<ObjectAddress, Span> spans() {
    return spans;
  }

  /** The place an object came from. */
  public Optional<Span> of(ObjectAddress address) {
    return Optional.ofNullable(spans.get(address));
  }

  /**
   * Collects origins. There is one for each column of a schema, so that they are handed over rather
   * than copied: a builder builds once.
   */
  public static final class Builder {
    private Map<ObjectAddress, Span> spans = new HashMap<>();

    /** Notes the place an object came from. */
    public void add(ObjectAddress address, Span span) {
      spans.put(address, span);
    }

    /** The place of an object that was added. */
    public Optional<Span> of(ObjectAddress address) {
      return Optional.ofNullable(spans.get(address));
    }

    /** What was added; the builder is empty then. */
    public Origins build() {
      var built = new Origins(spans);
      spans = new HashMap<>();
      return built;
    }
  }
}
