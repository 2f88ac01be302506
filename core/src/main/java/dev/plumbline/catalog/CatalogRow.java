package dev.plumbline.catalog;

import dev.plumbline.schema.Grant;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.SqlExpression;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The current row of a query, by the names of its columns. */
final class CatalogRow {
  /** Servers from 15.20 on number the versions of a relation's columns in {@code attoptions}. */
  private static final String SERVER_MARK = "pg_attver=";

  private final ResultSet result;
  private final GrantParser grantParser;

  CatalogRow(ResultSet result, GrantParser grantParser) {
    this.result = result;
    this.grantParser = grantParser;
  }

  String text(String column) throws SQLException {
    String text = result.getString(column);
    if (text == null) {
      throw new ChangedMeanwhileException("nothing in column " + column);
    }
    return text;
  }

  /** Text that Postgres deparsed, where the query gives '' for what it cannot deparse any more. */
  Optional<String> deparsed(String column) throws SQLException {
    String text = result.getString(column);
    if (text != null && text.isEmpty()) {
      throw new ChangedMeanwhileException("nothing to deparse for column " + column);
    }
    return Optional.ofNullable(text);
  }

  Optional<String> optionalText(String column) throws SQLException {
    return Optional.ofNullable(result.getString(column));
  }

  /** A column of type {@code "char"}; a blank for the empty one or NULL. */
  char letter(String column) throws SQLException {
    String text = result.getString(column);
    return text == null || text.isEmpty() ? ' ' : text.charAt(0);
  }

  boolean flag(String column) throws SQLException {
    return result.getBoolean(column);
  }

  /** A number; 0 for NULL. */
  int integer(String column) throws SQLException {
    return result.getInt(column);
  }

  OptionalInt optionalInteger(String column) throws SQLException {
    int value = result.getInt(column);
    return result.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /** A bigint or an oid; 0, which is no object's oid, for NULL. */
  long number(String column) throws SQLException {
    return result.getLong(column);
  }

  /** An int2vector, an oidvector or an array of numbers; empty for NULL. */
  List<Long> numbers(String column) throws SQLException {
    String text = result.getString(column);
    List<Long> numbers = new ArrayList<>();
    int begin = -1;
    for (int i = 0; text != null && i <= text.length(); i++) {
      boolean digit = i < text.length() && (text.charAt(i) == '-' || isDigit(text.charAt(i)));
      if (digit && begin < 0) {
        begin = i;
      } else if (!digit && begin >= 0) {
        numbers.add(Long.parseLong(text, begin, i, 10));
        begin = -1;
      }
    }
    return numbers;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** A text[] without NULLs; empty for NULL. */
  List<String> texts(String column) throws SQLException {
    return result.getString(column) == null ? List.of() : List.of(array(column, new String[0]));
  }

  /** An array whose elements may be NULL; empty for NULL. */
  <T> List<Optional<T>> optionals(String column, Class<T> type) throws SQLException {
    List<Optional<T>> values = new ArrayList<>();
    if (result.getString(column) != null) {
      for (Object element : (@Nullable Object[]) result.getArray(column).getArray()) {
        values.add(Optional.ofNullable(element).map(type::cast));
      }
    }
    return values;
  }

  private String[] array(String column, String[] shape) throws SQLException {
    return List.of((Object[]) result.getArray(column).getArray()).toArray(shape);
  }

  /**
   * {@code reloptions} and the like: {@code fillfactor=70}. Nobody said the mark that the server
   * keeps among them, and {@code pg_dump} leaves it out as well.
   */
  Map<String, String> options(String column) throws SQLException {
    List<String> written = texts(column);
    if (written.isEmpty()) {
      return Map.of();
    }
    Map<String, String> options = new TreeMap<>();
    for (String option : written) {
      int equals = option.indexOf('=');
      if (option.startsWith(SERVER_MARK)) {
        continue;
      }
      options.put(
          equals < 0 ? option : option.substring(0, equals),
          equals < 0 ? "true" : option.substring(equals + 1));
    }
    return options;
  }

  /** An {@code aclitem[]} that was cast to {@code text[]}. */
  List<Grant> grants(String column) throws SQLException {
    String text = result.getString(column);
    if (text == null) {
      return List.of();
    }
    Optional<List<Grant>> known = grantParser.known(text);
    return known.isPresent() ? known.get() : grantParser.parse(text, texts(column));
  }

  /** A namespace and a name from two columns. */
  ObjectName objectName(String namespace, String name) throws SQLException {
    return new ObjectName(text(namespace), text(name));
  }

  /** A namespace and a name from two columns that are both NULL or both not. */
  Optional<ObjectName> optionalObjectName(String namespace, String name) throws SQLException {
    return result.getString(name) == null
        ? Optional.empty()
        : Optional.of(objectName(namespace, name));
  }

  /** A deparsed expression without its enclosing parentheses. */
  Optional<SqlExpression> expression(String column) throws SQLException {
    return deparsed(column).map(DeparsedText::expression);
  }
}
