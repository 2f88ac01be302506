package dev.plumbline.parity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Which messages of Prisma's engine mean the same as a code of Plumbline's; {@code kinds.txt} says
 * it with regular expressions.
 */
final class MessageKinds {
  private final Map<String, List<Pattern>> messages = new HashMap<>();

  private MessageKinds() {}

  static MessageKinds read() {
    var kinds = new MessageKinds();
    try (InputStream table =
        Objects.requireNonNull(MessageKinds.class.getResourceAsStream("kinds.txt"))) {
      new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(kinds::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return kinds;
  }

  private void add(String line) {
    String[] parts = line.split("\\s+", 2);
    messages
        .computeIfAbsent(parts[0], absent -> new ArrayList<>())
        .add(Pattern.compile(parts[1], Pattern.DOTALL));
  }

  /** Whether two tell the same kind of mistake. */
  boolean same(Verdict.Fault ours, Verdict.Fault theirs) {
    return ours.code().stream()
        .flatMap(code -> messages.getOrDefault(code, List.of()).stream())
        .anyMatch(message -> message.matcher(theirs.message()).find());
  }
}
