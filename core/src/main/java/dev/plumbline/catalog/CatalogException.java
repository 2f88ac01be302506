package dev.plumbline.catalog;

/** The catalog could not be read. The message is a sentence for the user and names no secret. */
public final class CatalogException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A reason that no other error caused. */
  public CatalogException(String message) {
    super(message);
  }

  /** A reason with the error behind it. */
  public CatalogException(String message, Throwable cause) {
    super(message, cause);
  }
}
