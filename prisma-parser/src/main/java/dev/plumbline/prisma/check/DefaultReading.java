package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.FieldDefault;
import java.util.Optional;

/**
 * What came of reading a default.
 *
 * @param stands whether nothing is wrong with it so far
 * @param value what it says; absent for a function that Prisma does not have, which is said when
 *     everything else is right
 */
record DefaultReading(boolean stands, Optional<FieldDefault> value) {
  static DefaultReading refused() {
    return new DefaultReading(false, Optional.empty());
  }

  static DefaultReading unknown() {
    return new DefaultReading(true, Optional.empty());
  }

  /** A value, or a refusal if there is none. */
  static DefaultReading of(Optional<FieldDefault> value) {
    return new DefaultReading(value.isPresent(), value);
  }
}
