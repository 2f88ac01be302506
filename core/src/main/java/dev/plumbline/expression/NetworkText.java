package dev.plumbline.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Network and hardware addresses, in one spelling each. */
final class NetworkText {
  private NetworkText() {}

  /** {@code inet} or {@code cidr}: the bytes and the length of the mask. */
  static Optional<String> address(String text, boolean network) {
    int slash = text.indexOf('/');
    String host = slash < 0 ? text : text.substring(0, slash);
    String mask = slash < 0 ? "" : text.substring(slash + 1);
    if (slash >= 0 && !mask.matches("[0-9]{1,3}")) {
      return Optional.empty();
    }
    boolean six = host.indexOf(':') >= 0;
    // A cidr without a mask guesses one from the class of the address.
    if (network && mask.isEmpty()) {
      return Optional.empty();
    }
    int bits = mask.isEmpty() ? (six ? 128 : 32) : Integer.parseInt(mask);
    if (bits > (six ? 128 : 32)) {
      return Optional.empty();
    }
    return (six ? versionSix(host) : versionFour(host)).map(bytes -> bytes + "/" + bits);
  }

  private static Optional<String> versionFour(String host) {
    if (!host.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
      return Optional.empty();
    }
    List<String> bytes = new ArrayList<>();
    for (String part : host.split("\\.", -1)) {
      int value = Integer.parseInt(part);
      if (value > 255) {
        return Optional.empty();
      }
      bytes.add(Integer.toString(value));
    }
    return Optional.of(String.join(".", bytes));
  }

  private static Optional<String> versionSix(String host) {
    String[] halves = host.toLowerCase(Locale.ROOT).split("::", -1);
    if (halves.length > 2 || !host.matches("[0-9a-fA-F:]+")) {
      return Optional.empty();
    }
    List<String> head = groups(halves[0]);
    List<String> tail = halves.length == 2 ? groups(halves[1]) : List.of();
    int missing = 8 - head.size() - tail.size();
    if (halves.length == 2 ? missing < 1 : missing != 0) {
      return Optional.empty();
    }
    List<String> all = new ArrayList<>(head);
    for (int i = 0; i < missing; i++) {
      all.add("0");
    }
    all.addAll(tail);
    boolean fits = all.stream().allMatch(group -> group.matches("[0-9a-f]{1,4}"));
    return fits
        ? Optional.of(
            String.join(
                ":", all.stream().map(g -> Integer.toHexString(Integer.parseInt(g, 16))).toList()))
        : Optional.empty();
  }

  private static List<String> groups(String half) {
    return half.isEmpty() ? List.of() : List.of(half.split(":", -1));
  }

  /** {@code macaddr}: twelve or sixteen digits, whatever separates them. */
  static Optional<String> hardware(String text) {
    String digits = text.strip().toLowerCase(Locale.ROOT).replaceAll("[:.-]", "");
    return digits.matches("[0-9a-f]{12}|[0-9a-f]{16}") ? Optional.of(digits) : Optional.empty();
  }
}
