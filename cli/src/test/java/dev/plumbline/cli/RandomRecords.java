package dev.plumbline.cli;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes random values of any record, so that a component that somebody adds is in the next test run
 * without further ado.
 */
final class RandomRecords {
  private static final List<String> WORDS =
      List.of(
          "", "a", "Ünï\"cödé", "two words", "null", "line\nbreak", "\\", "🦊", "1.50", "\t'$$");

  private final Random random;

  RandomRecords(long seed) {
    this.random = new Random(seed);
  }

  /** A random value of a record. */
  <T extends Record> T make(Class<T> type) {
    return type.cast(record(type, 0));
  }

  private Object record(Class<?> type, int depth) {
    try {
      RecordComponent[] components = type.getRecordComponents();
      Object[] values = new Object[components.length];
      Class<?>[] types = new Class<?>[components.length];
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        values[i] = value(components[i].getGenericType(), depth + 1);
      }
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.toString(), e);
    }
  }

  private Object value(Type type, int depth) {
    if (type instanceof ParameterizedType generic) {
      return container(generic, depth);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return WORDS.get(random.nextInt(WORDS.size()));
    } else if (plain == boolean.class) {
      return random.nextBoolean();
    } else if (plain == int.class) {
      return random.nextInt();
    } else if (plain == long.class) {
      return random.nextLong();
    } else if (plain == OptionalInt.class) {
      return random.nextBoolean() ? OptionalInt.of(random.nextInt()) : OptionalInt.empty();
    } else if (plain.isEnum()) {
      return plain.getEnumConstants()[random.nextInt(plain.getEnumConstants().length)];
    } else if (plain.isSealed()) {
      Class<?>[] alternatives = plain.getPermittedSubclasses();
      // The first alternatives are the simple ones, which end the recursion.
      int bound = depth > 8 ? 1 : alternatives.length;
      return value(alternatives[random.nextInt(bound)], depth + 1);
    }
    return record(plain, depth);
  }

  private Object container(ParameterizedType type, int depth) {
    Type element = type.getActualTypeArguments()[0];
    Class<?> raw = (Class<?>) type.getRawType();
    if (raw == Optional.class) {
      return random.nextBoolean() ? Optional.of(value(element, depth)) : Optional.empty();
    } else if (raw == Map.class) {
      Map<Object, Object> map = new LinkedHashMap<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        map.put(value(element, depth), value(type.getActualTypeArguments()[1], depth));
      }
      return map;
    }
    List<Object> values = new ArrayList<>();
    for (int i = random.nextInt(depth > 4 ? 2 : 4); i > 0; i--) {
      values.add(value(element, depth));
    }
    if (raw == List.class) {
      return values;
    } else if (raw == Set.class) {
      return new TreeSet<>(values);
    }
    throw new IllegalStateException("no random " + Arrays.toString(type.getActualTypeArguments()));
  }
}
