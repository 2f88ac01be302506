package dev.plumbline.cli;

import dev.plumbline.diff.RenameCandidate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Asks on the terminal whether two names mean one thing. */
final class RenameQuestion {
  private final Surroundings surroundings;
  private final BufferedReader answers;

  RenameQuestion(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.answers =
        new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8));
  }

  /** The answer; whoever gives another is asked again. */
  boolean isYes(RenameCandidate candidate) {
    while (true) {
      surroundings
          .err()
          .print(
              "Is the new %s %s the old %s under another name? If not, the old one is dropped. [y/n] "
                  .formatted(
                      candidate.to().kind().word(),
                      RenameOptions.shown(candidate.to()),
                      RenameOptions.shown(candidate.from())));
      surroundings.err().flush();
      switch (line().strip().toLowerCase(Locale.ROOT)) {
        case "y", "yes" -> {
          return true;
        }
        case "n", "no" -> {
          return false;
        }
        default -> surroundings.err().println("Please answer y or n.");
      }
    }
  }

  private String line() {
    try {
      String line = answers.readLine();
      if (line == null) {
        surroundings.err().println();
        throw UserException.error("nobody answers", "Say it with --rename OLD:NEW or --no-rename.");
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
