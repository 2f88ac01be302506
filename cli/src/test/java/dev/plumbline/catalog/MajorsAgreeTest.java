package dev.plumbline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.PlumbRun;
import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same statements make the same database on two major versions, whatever each prints of it. */
final class MajorsAgreeTest {
  @TempDir private Path folder;

  static Stream<Arguments> pairs() {
    List<Integer> majors = TestPostgres.majors();
    return majors.stream()
        .flatMap(older ->
            majors.stream()
                .filter(newer -> newer > older)
                .map(newer -> Arguments.of(older, newer)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void plumb_diff_finds_nothing(int older, int newer) {
    List<SourceFile> script =
        List.of(SourceFile.of("words.sql", EverythingDatabase.script("words.sql", older)));
    try (ScratchDatabase one = TestPostgres.open(older);
        ScratchDatabase other = TestPostgres.open(newer)) {
      one.run(script);
      other.run(script);
      PlumbRun.Setting plumb = PlumbRun.in(folder);
      String from = one.url() + "?schema=app";
      String to = other.url() + "?schema=app";
      PlumbRun there = plumb.run("diff", "--from", from, "--to", to, "--strict", "--output", "sql");
      PlumbRun back = plumb.run("diff", "--from", to, "--to", from, "--strict", "--output", "sql");
      assertThat(there.out() + back.out() + there.err() + back.err()).isEmpty();
    }
  }
}
