package dev.plumbline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// The canary: compiles bad code as the build compiles ours, with the arguments that stand in the
/// parent pom, and expects it to be refused. Gates that find nothing look just like clean code.
final class QualityGatesTest {
  @TempDir Path folder;

  @Test
  void null_away_refuses_an_unchecked_null() throws Exception {
    var result =
        compile(
            """
            static int length(java.util.Map<String, String> words) {
              return words.get("plumb").length();
            }
            """);
    assertThat(result.output()).contains("error: [NullAway] dereferenced expression");
    assertThat(result.status()).isNotZero();
  }

  @Test
  void error_prone_refuses_a_bug() throws Exception {
    var result =
        compile(
            """
            static void check(int size) {
              if (size < 0) {
                new IllegalArgumentException("negative");
              }
            }
            """);
    assertThat(result.output()).contains("error: [DeadException]");
    assertThat(result.status()).isNotZero();
  }

  @Test
  void a_warning_is_an_error() throws Exception {
    var result =
        compile(
            """
            static java.util.List sorted(java.util.List<String> words) {
              return words.stream().sorted().toList();
            }
            """);
    assertThat(result.output()).contains("[rawtypes]", "warnings found and -Werror specified");
    assertThat(result.status()).isNotZero();
  }

  @Test
  void sound_code_passes() throws Exception {
    var result =
        compile(
            """
            static int length(java.util.Map<String, String> words) {
              return words.getOrDefault("plumb", "").length();
            }
            """);
    assertThat(result.output()).isEmpty();
    assertThat(result.status()).isZero();
  }

  @Test
  void the_gates_are_on_the_processor_path() throws Exception {
    assertThat(texts(pom("pom.xml"), "annotationProcessorPaths", "artifactId"))
        .containsExactly("error_prone_core", "nullaway");
  }

  @Test
  void no_module_has_a_compiler_of_its_own() throws Exception {
    for (String module : List.of("core", "prisma-parser", "sqlgen", "cli", "docs")) {
      assertThat(texts(pom(module + "/pom.xml"), "plugin", "artifactId"))
          .as(module)
          .doesNotContain("maven-compiler-plugin");
    }
  }

  record Result(int status, String output) {}

  private Result compile(String method) throws Exception {
    var source =
        Files.createDirectories(folder.resolve("dev/plumbline/canary")).resolve("Canary.java");
    Files.writeString(
        source,
        """
        package dev.plumbline.canary;

        final class Canary {
          private Canary() {}

        %s}
        """
            .formatted(method.indent(2)));

    var classPath = System.getProperty("java.class.path");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(texts(pom("pom.xml"), "compilerArgs", "arg"));
    command.addAll(List.of("--release", "21", "-d", folder.toString()));
    command.addAll(List.of("-processorpath", classPath, "-classpath", jspecify(classPath)));
    command.add(source.toString());

    var log = folder.resolve("javac.log").toFile();
    var status =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start().waitFor();
    return new Result(status, Files.readString(log.toPath()));
  }

  private static String jspecify(String classPath) {
    return List.of(classPath.split(File.pathSeparator)).stream()
        .filter(jar -> jar.contains("jspecify"))
        .findFirst()
        .orElseThrow();
  }

  private static Document pom(String file) throws Exception {
    try (var in = Files.newInputStream(House.root().resolve(file))) {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
    } catch (IOException e) {
      throw new IOException(file, e);
    }
  }

  /// The texts of all `inner` elements within `outer` elements, in order.
  private static List<String> texts(Document pom, String outer, String inner) {
    return elements(pom.getElementsByTagName(outer)).stream()
        .flatMap(element -> elements(element.getElementsByTagName(inner)).stream())
        .map(element -> element.getTextContent().strip())
        .toList();
  }

  private static List<Element> elements(org.w3c.dom.NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }
}
