package dev.plumbline.prisma.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.prisma.check.PrismaChecker;
import dev.plumbline.prisma.format.PrismaFormatter;
import dev.plumbline.prisma.lower.LoweringOptions;
import dev.plumbline.prisma.lower.PrismaLowering;
import dev.plumbline.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/**
 * No text makes the parser, the checker, the lowering or the formatter throw, hang or forget. A few
 * thousand texts, or with {@code -Plong} a million that nobody has seen before; {@code
 * -Dplumbline.seed=N} begins at the seed that a failure names.
 */
final class ManyTextsTest {
  private static final Path SCHEMAS = Path.of("src", "test", "resources", "dev", "plumbline");
  private static final int SHARE_FORMATTED = 5;
  private static final long PATIENCE_MILLIS = 10_000;

  @Test
  @Timeout(value = 4, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void any_text_is_parsed_checked_lowered_and_formatted(TestReporter report) {
    boolean isLong = Boolean.getBoolean("plumbline.long");
    long first = Long.getLong("plumbline.seed", isLong ? System.nanoTime() : 0);
    int count = Integer.getInteger("plumbline.texts", isLong ? 1_000_000 : 3_000);
    var texts = new HostileTexts(schemas());
    long start = System.nanoTime();
    long slowest = 0;
    for (long seed = first; seed < first + count; seed++) {
      long before = System.nanoTime();
      check(texts.of(seed), seed);
      slowest = Math.max(slowest, System.nanoTime() - before);
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    report.publishEntry(
        Map.of(
            "first seed", Long.toString(first),
            "texts", Integer.toString(count),
            "seconds", Long.toString(millis / 1000),
            "texts a second", Long.toString(count * 1000L / Math.max(1, millis)),
            "slowest in ms", Long.toString(slowest / 1_000_000),
            "peak heap in MB", Long.toString(peakHeap() >> 20)));

    assertThat(slowest / 1_000_000).isLessThan(PATIENCE_MILLIS);
  }

  private static void check(String text, long seed) {
    try {
      SyntaxTree tree = Tiling.check(text);
      PrismaChecker.check(List.of(tree))
          .schema()
          .ifPresent(schema -> PrismaLowering.lower(schema, LoweringOptions.usual()));
      if (seed % SHARE_FORMATTED == 0) {
        String once = formatted(tree);
        assertThat(formatted(parse(once))).as("formatted twice").isEqualTo(once);
      }
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      throw new AssertionError("seed " + seed + ":\n" + text, e);
    }
  }

  private static String formatted(SyntaxTree tree) {
    return PrismaFormatter.format(List.of(tree)).get(0);
  }

  private static SyntaxTree parse(String text) {
    return PrismaParser.parse(SourceFile.of("schema.prisma", text));
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  // The schemas of all other tests of this module.
  private static List<String> schemas() {
    try (Stream<Path> files = Files.walk(SCHEMAS)) {
      return files
          .filter(file -> file.toString().endsWith(".prisma"))
          .sorted()
          .map(ManyTextsTest::read)
          .filter(text -> !text.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
