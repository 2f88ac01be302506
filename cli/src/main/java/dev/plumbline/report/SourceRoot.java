package dev.plumbline.report;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Where reports for other programs count the paths of files from: they know the repository, and not
 * the folder that a command ran in.
 *
 * @param folder the working folder, from which messages name files
 * @param root the folder of the repository, or the working folder where there is none
 */
public record SourceRoot(Path folder, Path root) {
  /** A file as a path from the root, with slashes; one elsewhere keeps its whole path. */
  public String path(String file) {
    return String.join("/", segments(file));
  }

  /** A file as a relative reference of a URI, or a whole URI for a file elsewhere. */
  String uri(String file) {
    Path path = resolved(file);
    if (path.isAbsolute() && !path.startsWith(root)) {
      return path.toUri().toString();
    }
    return segments(file).stream().map(SourceRoot::encoded).collect(Collectors.joining("/"));
  }

  /** The root itself, as a URI. */
  String uri() {
    URI uri = root.toUri();
    return uri.toString().endsWith("/") ? uri.toString() : uri + "/";
  }

  private List<String> segments(String file) {
    Path path = resolved(file);
    boolean outside = path.isAbsolute() && !path.startsWith(root);
    Path shown = outside || !path.isAbsolute() ? path : root.relativize(path);
    List<String> names =
        StreamSupport.stream(shown.spliterator(), false).map(Path::toString).toList();
    return outside ? List.of(path.toString()) : names;
  }

  // What is no path, such as the name of standard input, stays as it is.
  private Path resolved(String file) {
    if (file.startsWith("<")) {
      return Path.of("stdin");
    }
    try {
      return folder.resolve(file).normalize();
    } catch (InvalidPathException e) {
      return Path.of("unnamed");
    }
  }

  private static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
