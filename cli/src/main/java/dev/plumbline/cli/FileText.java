package dev.plumbline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads text files, and says in one sentence why one cannot be read. */
final class FileText {
  private FileText() {}

  /**
   * The text of a file.
   *
   * @param path where it is
   * @param name how it is called in messages
   */
  static String read(Path path, String name) {
    try {
      return decode(Files.readAllBytes(path), name);
    } catch (NoSuchFileException e) {
      throw UserException.error("there is no file " + name, "Is the path right?");
    } catch (AccessDeniedException e) {
      throw UserException.error("you may not read " + name, "Check the permissions of the file.");
    } catch (IOException e) {
      throw Files.isDirectory(path)
          ? UserException.error(name + " is a folder", "A file is wanted here.")
          : UserException.error("cannot read " + name + ": " + e.getMessage(), "Check the file.");
    } catch (OutOfMemoryError e) {
      throw UserException.error(
          name + " is too large for the memory of this process",
          "Give it more with PLUMB_JAVA_OPTS=-Xmx4g.");
    }
  }

  /** The whole text of a stream. */
  static String read(InputStream stream, String name) {
    try {
      return decode(stream.readAllBytes(), name);
    } catch (IOException e) {
      throw UserException.error("cannot read " + name + ": " + e.getMessage(), "Check the input.");
    }
  }

  private static String decode(byte[] bytes, String name) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        throw UserException.error(
            "%s is a binary file: byte %d is zero".formatted(name, i),
            "A text file is wanted here.");
      }
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(input, text, true);
    if (result.isError()) {
      throw brokenUtf8(bytes, input.position(), name);
    }
    text.flip();
    // A byte order mark is no part of the text.
    return text.length() > 0 && text.charAt(0) == '\uFEFF'
        ? text.subSequence(1, text.length()).toString()
        : text.toString();
  }

  private static UserException brokenUtf8(byte[] bytes, int offset, String name) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return UserException.error(
        "%s is not UTF-8: byte %d (0x%02x, line %d) does not belong there"
            .formatted(name, offset, bytes[offset] & 0xff, line),
        "Save the file as UTF-8.");
  }
}
