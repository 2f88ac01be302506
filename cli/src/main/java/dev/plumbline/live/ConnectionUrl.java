package dev.plumbline.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A connection string as Prisma and libpq write it, taken apart. It never shows its password.
 *
 * <p>Source of the rules: Prisma's <em>PostgreSQL connection URL</em> page and libpq's
 * <em>Connection URIs</em>.
 */
public final class ConnectionUrl {
  private static final Pattern SCHEME = Pattern.compile("(?i)(postgres|postgresql)://");
  private static final Pattern PORT = Pattern.compile("\\d{1,5}");
  private static final int GREATEST_PORT = 65535;

  private final Optional<String> user;
  private final Optional<String> password;
  private final List<Host> hosts;
  private final Optional<String> database;
  private final Map<String, String> parameters;

  private ConnectionUrl(
      Optional<String> user,
      Optional<String> password,
      List<Host> hosts,
      Optional<String> database,
      Map<String, String> parameters) {
    this.user = user;
    this.password = password;
    this.hosts = List.copyOf(hosts);
    this.database = database;
    this.parameters = new LinkedHashMap<>(parameters);
  }

  /**
   * One server to try.
   *
   * @param name a name, an address, or the folder of a Unix socket; empty for the default
   * @param port empty for the default
   */
  record Host(String name, String port) {
    boolean isSocket() {
      return name.startsWith("/");
    }
  }

  /** Whether a text is meant as a connection string, be it right or wrong. */
  public static boolean looksLikeOne(String text) {
    return text.contains("://");
  }

  /**
   * Takes a connection string apart.
   *
   * @param text for example {@code
   *     postgresql://alice:secret@db.example.com:5432/shop?schema=public}
   * @throws LiveException when it is none, which says what is wrong and shows no part of a password
   */
  public static ConnectionUrl parse(String text) {
    String url = text.strip();
    requirePostgres(url);
    String rest = url.substring(url.indexOf("://") + 3);
    int end = endOfAuthority(rest);
    String authority = rest.substring(0, end);
    int at = authority.lastIndexOf('@');
    if (at < 0 && rest.indexOf('@') > end && authority.contains(":")) {
      throw unencoded(rest.charAt(end));
    }
    String credentials = at < 0 ? "" : authority.substring(0, at);
    int colon = credentials.indexOf(':');
    int question = rest.indexOf('?', end);
    String path = question < 0 ? rest.substring(end) : rest.substring(end, question);
    Map<String, String> parameters = question < 0 ? Map.of() : query(rest.substring(question + 1));
    return of(
        present(decode(colon < 0 ? credentials : credentials.substring(0, colon))),
        colon < 0 ? Optional.empty() : present(decode(credentials.substring(colon + 1))),
        hosts(authority.substring(at + 1)),
        present(decode(path.startsWith("/") ? path.substring(1) : path)),
        parameters);
  }

  // Parameters say the same as the parts before them, and win, as in libpq.
  private static ConnectionUrl of(
      Optional<String> user,
      Optional<String> password,
      List<Host> hosts,
      Optional<String> database,
      Map<String, String> parameters) {
    Map<String, String> others = new LinkedHashMap<>(parameters);
    Optional<String> host = Optional.ofNullable(others.remove("host"));
    Optional<String> port = Optional.ofNullable(others.remove("port"));
    return new ConnectionUrl(
        Optional.ofNullable(others.remove("user")).or(() -> user),
        Optional.ofNullable(others.remove("password")).or(() -> password),
        replaced(hosts, host, port),
        Optional.ofNullable(others.remove("dbname")).or(() -> database),
        others);
  }

  private static List<Host> replaced(
      List<Host> hosts, Optional<String> name, Optional<String> port) {
    List<Host> replaced = new ArrayList<>();
    List<String> names = name.map(list -> List.of(list.split(",", -1))).orElse(List.of());
    for (int i = 0; i < Math.max(hosts.size(), names.size()); i++) {
      Host host = hosts.get(Math.min(i, hosts.size() - 1));
      replaced.add(
          new Host(i < names.size() ? names.get(i) : host.name(), port.orElse(host.port())));
    }
    return replaced;
  }

  /** The namespace that Prisma's parameter {@code schema} names. */
  public Optional<String> namespace() {
    return Optional.ofNullable(parameters.get("schema")).filter(name -> !name.isEmpty());
  }

  /** Whether Prisma's parameter {@code pgbouncer} says that a pooler stands before the server. */
  public boolean isPooled() {
    return "true".equals(parameters.get("pgbouncer"));
  }

  /** The same connection with another namespace. */
  public ConnectionUrl withNamespace(String namespace) {
    Map<String, String> changed = new LinkedHashMap<>(parameters);
    changed.put("schema", namespace);
    return new ConnectionUrl(user, password, hosts, database, changed);
  }

  Optional<String> user() {
    return user;
  }

  Optional<String> password() {
    return password;
  }

  List<Host> hosts() {
    return hosts;
  }

  Optional<String> database() {
    return database;
  }

  Map<String, String> parameters() {
    return Map.copyOf(parameters);
  }

  /** The connection string without its password. */
  @Override
  public String toString() {
    StringBuilder shown = new StringBuilder("postgresql://");
    user.ifPresent(name -> shown.append(name).append(password.isPresent() ? ":***@" : "@"));
    for (int i = 0; i < hosts.size(); i++) {
      Host host = hosts.get(i);
      shown
          .append(i > 0 ? "," : "")
          .append(host.name().contains(":") ? "[" + host.name() + "]" : host.name());
      shown.append(host.port().isEmpty() ? "" : ":" + host.port());
    }
    shown.append("/").append(database.orElse(""));
    namespace().ifPresent(name -> shown.append("?schema=").append(name));
    return shown.toString();
  }

  private static void requirePostgres(String url) {
    if (SCHEME.matcher(url).lookingAt()) {
      return;
    }
    int colon = url.indexOf("://");
    String scheme = colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
    if (scheme.equals("prisma") || scheme.equals("prisma+postgres")) {
      throw new LiveException(
          "a " + scheme + ":// address leads to Prisma's own service and not to a database",
          "Give the postgresql:// address of the database itself.");
    }
    throw new LiveException(
        scheme.isEmpty() || !scheme.matches("[a-z+.-]+")
            ? "this is no connection string"
            : "a " + scheme + ":// address is not one of PostgreSQL",
        "It looks like postgresql://user:password@host:5432/database?schema=public.");
  }

  private static int endOfAuthority(String rest) {
    for (int i = 0; i < rest.length(); i++) {
      if ("/?#".indexOf(rest.charAt(i)) >= 0) {
        return i;
      }
    }
    return rest.length();
  }

  private static LiveException unencoded(char c) {
    return new LiveException(
        "the password in the connection string holds the character " + c,
        "Write it as %%%02X; in a connection string it ends the part before it."
            .formatted((int) c));
  }

  private static List<Host> hosts(String list) {
    List<Host> hosts = new ArrayList<>();
    for (String item : list.split(",", -1)) {
      hosts.add(host(item));
    }
    return hosts;
  }

  private static Host host(String item) {
    int close = item.startsWith("[") ? item.indexOf(']') : -1;
    int colon = item.indexOf(':', Math.max(close, 0));
    String port = colon < 0 ? "" : item.substring(colon + 1);
    if (!port.isEmpty()
        && (!PORT.matcher(port).matches() || Integer.parseInt(port) > GREATEST_PORT)) {
      // What stands there may be a piece of a password; it is not shown.
      throw new LiveException(
          "the port in the connection string is no number from 1 to 65535",
          "A password with one of the characters : / ? # @ in it must be percent-encoded.");
    }
    String name = colon < 0 ? item : item.substring(0, colon);
    return new Host(close > 0 ? item.substring(1, close) : decode(name), port);
  }

  private static Map<String, String> query(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (!pair.isEmpty()) {
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.put(decode(name), decode(value.replace('+', ' ')));
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    var decoded = new java.io.ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
      if (bytes[i] == '%' && high >= 0 && low >= 0) {
        decoded.write(high * 16 + low);
        i += 2;
      } else {
        decoded.write(bytes[i]);
      }
    }
    return decoded.toString(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static Optional<String> present(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
