package dev.plumbline.live;

import java.util.Optional;

/**
 * Something outside of this program does not work: a server, a network, a folder. Its message is
 * one sentence that a user can act on, and never holds a password.
 */
public final class LiveException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<String> help;

  /** A failure that speaks for itself. */
  public LiveException(String message) {
    super(message);
    this.help = Optional.empty();
  }

  /**
   * A failure with advice.
   *
   * @param message what does not work
   * @param help what to do about it
   */
  public LiveException(String message, String help) {
    super(message);
    this.help = Optional.of(help);
  }

  /**
   * A failure with advice and a cause.
   *
   * @param message what does not work
   * @param help what to do about it
   * @param cause shown with {@code --debug} only
   */
  public LiveException(String message, String help, Throwable cause) {
    super(message, cause);
    this.help = Optional.of(help);
  }

  /** What to do about it. */
  public Optional<String> help() {
    return help;
  }
}
