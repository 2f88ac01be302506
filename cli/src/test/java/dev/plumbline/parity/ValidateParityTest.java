package dev.plumbline.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code plumb validate} finds the errors that {@code prisma validate} finds, where it does. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(OracleExtension.class)
final class ValidateParityTest {
  private static final Path CASES =
      Path.of("..", "prisma-parser", "src", "test", "resources", "dev", "plumbline", "prisma")
          .resolve("check");
  private static final Pattern CASE =
      Pattern.compile("(?ms)^=== (\\S*)(?: \\(Prisma (\\d)\\))?\\n(.*?)^---\\n(.*?)(?=^=== |\\z)");
  private static final Pattern EXPECTED = Pattern.compile("(?m)^(\\d+) error (\\S+): ");
  private static final MessageKinds KINDS = MessageKinds.read();
  // Prisma 7 wants these in a file of its own.
  private static final Pattern ADDRESS =
      Pattern.compile("(?m)^[ \\t]*(url|directUrl|shadowDatabaseUrl)[ \\t]*=.*$");
  private static final Pattern PREVIEWS =
      Pattern.compile("previewFeatures[ \\t]*=[ \\t]*\\[[^\\]]*\\]");

  @TestFactory
  Stream<DynamicTest> accepts_real_projects_as_prisma_does(PrismaOracle.Search search) {
    return Corpus.eachSchema(schema -> {
      Verdict theirs = Verdict.ofPrisma(search.oracle().errors(schema));
      assertThat(Verdict.of(Pipeline.check(schema)).faults()).isEqualTo(theirs.faults());
    });
  }

  @TestFactory
  Stream<DynamicTest> tells_each_mistake_in_the_line_and_sense_in_which_prisma_does(
      PrismaOracle.Search search) throws IOException {
    var tests = new ArrayList<DynamicTest>();
    for (Path file : files()) {
      Matcher found = CASE.matcher(Files.readString(file));
      while (found.find()) {
        Mistake mistake =
            new Mistake(
                found.group(1),
                Optional.ofNullable(found.group(2)),
                found.group(3),
                found.group(4));
        if (mistake.isAlsoPrismas()) {
          tests.add(DynamicTest.dynamicTest(mistake.code(), () -> mistake.compare(search)));
        }
      }
    }
    return tests.stream();
  }

  /** A schema from the cases of the checker, which hold what Plumbline says of it. */
  private record Mistake(String code, Optional<String> version, String schema, String expected) {
    // The directives and Prisma 8's attributes are not for Prisma 7.
    boolean isAlsoPrismas() {
      return !code.startsWith("directive.") && !KNOWN.matcher(schema).find();
    }

    void compare(PrismaOracle.Search search) {
      List<Verdict.Fault> theirs = theirs(search.oracle()).faults();
      List<Verdict.Fault> ours =
          EXPECTED.matcher(expected).results().map(ValidateParityTest::fault).toList();

      assertThat(ours)
          .extracting(Verdict.Fault::place)
          .as(schema)
          .isEqualTo(theirs.stream().map(Verdict.Fault::place).toList());
      for (int i = 0; i < ours.size(); i++) {
        assertThat(KINDS.same(ours.get(i), theirs.get(i)))
            .as("%s is for us %s%n%s", theirs.get(i).message(), ours.get(i).code(), schema)
            .isTrue();
      }
    }

    private Verdict theirs(PrismaOracle oracle) {
      if (version.isEmpty()) {
        SchemaText text = SchemaText.of(code, ADDRESS.matcher(schema).replaceAll(""));
        return ValidateParityTest.theirs(oracle, text).orElseThrow();
      }
      SchemaText text = SchemaText.of(code, schema);
      return Verdict.ofPrisma(
          version.get().equals("6") ? oracle.errorsOfPrisma6(text) : oracle.errorsOfPrisma7(text));
    }
  }

  // docs/prisma-compatibility.md lists these.
  private static final Pattern KNOWN =
      Pattern.compile(
          "@pg|@@check|@@rls|policy_|expression:|options:|provider = \"mysql\"|env\\(\"A\", \"B\"\\)|type A = B.c");

  private static Verdict.Fault fault(MatchResult expected) {
    return new Verdict.Fault(
        "schema.prisma:" + expected.group(1), Optional.of(expected.group(2)), "");
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.filter(file -> file.toString().endsWith(".cases")).sorted().toList();
    }
  }

  @Test
  void judges_broken_schemas_as_prisma_does(PrismaOracle.Search search) {
    PrismaOracle oracle = search.oracle();
    SeedRange range = SeedRange.of(800, 50_000);
    List<SchemaText> projects =
        Corpus.schemas().stream().map(ValidateParityTest::prepared).toList();
    var agreement = new Agreement();
    var ofCommand = new Agreement();
    range
        .seeds()
        .forEach(seed -> {
          SchemaText broken = broken(seed, projects);
          theirs(oracle, broken)
              .ifPresent(theirs -> {
                agreement.add(broken, Verdict.of(Pipeline.check(broken)), theirs);
                ofCommand.add(broken, Verdict.of(Pipeline.told(broken)), theirs);
              });
        });

    System.out.printf("From seed %d: %s%nAs told: %s%n", range.first(), agreement, ofCommand);
    agreement.assertAtLeast(99.9, 99.5, 99.5);
    ofCommand.assertAtLeast(99.9, 99.5, 99.5);
  }

  private static SchemaText broken(long seed, List<SchemaText> projects) {
    var draw = new Draw(seed);
    boolean real = !projects.isEmpty() && draw.chance(50);
    SchemaText schema = real ? draw.of(projects) : RandomSchemas.of(seed);
    return new SchemaMutation(draw).of(schema);
  }

  private static SchemaText prepared(SchemaText project) {
    return new SchemaText(
        project.name(),
        project.files().stream()
            .map(file -> new SchemaText.File(file.name(), prepared(file.text())))
            .toList());
  }

  // Unknown preview features would hide everything else.
  private static String prepared(String text) {
    String withoutAddress = ADDRESS.matcher(text).replaceAll("");
    return PREVIEWS.matcher(withoutAddress).replaceAll("previewFeatures = []");
  }

  /** Nothing where Prisma's engine panics. */
  private static Optional<Verdict> theirs(PrismaOracle oracle, SchemaText schema) {
    try {
      return Optional.of(Verdict.ofPrisma(oracle.errorsOfPrisma7(schema)));
    } catch (PrismaOracle.Refusal panic) {
      return Optional.empty();
    }
  }
}
