package dev.plumbline.proof;

import java.math.BigInteger;

/**
 * The values of a column. Hashes of values are added up, so that partitions can be too.
 *
 * @param name its name
 * @param number its number in the table, which no other column of it ever had
 * @param type its type
 * @param key whether it belongs to the primary key
 * @param values a hash of its values
 * @param keyed a hash of its values, each with the key of its row; zero without a key
 */
record ColumnHash(
    String name, int number, String type, boolean key, BigInteger values, BigInteger keyed) {
  /** A column without values. */
  static ColumnHash of(String name, int number, String type, boolean key) {
    return new ColumnHash(name, number, type, key, BigInteger.ZERO, BigInteger.ZERO);
  }

  /** The same with further values. */
  ColumnHash plus(BigInteger moreValues, BigInteger moreKeyed) {
    return new ColumnHash(name, number, type, key, values.add(moreValues), keyed.add(moreKeyed));
  }
}
