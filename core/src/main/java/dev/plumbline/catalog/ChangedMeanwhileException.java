package dev.plumbline.catalog;

/**
 * Something vanished between two queries. A snapshot cannot prevent it: the functions that deparse
 * look at the catalog as it is now. The reading is begun again.
 */
final class ChangedMeanwhileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ChangedMeanwhileException(String message) {
    super(message);
  }
}
