package dev.plumbline.docs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the arrows of architecture.md: who may see whom, and who may see which library.
final class ArchitectureTest {
  private static final String HOUSE = "dev.plumbline";
  private static final String GRAMMAR = "dev.plumbline.prisma.grammar";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(HOUSE);

  /// One package of the house, the module it is in and the packages it may use. All may use
  /// `source`.
  record Room(String name, String module, List<String> uses) {
    @Override
    public String toString() {
      return name + " uses " + uses;
    }

    String fullName() {
      return HOUSE + "." + name;
    }
  }

  private static Room room(String name, String module, String... uses) {
    return new Room(name, module, List.of(uses));
  }

  private static final String PARSER = "prisma-parser";

  static List<Room> rooms() {
    return List.of(
        room("source", "core"),
        room("schema", "core"),
        room("expression", "core", "schema"),
        room("diff", "core", "schema", "expression"),
        room("catalog", "core", "schema", "expression"),
        room("prisma.grammar", PARSER),
        room("prisma.syntax", PARSER, "prisma.grammar"),
        room("prisma.model", PARSER),
        room("prisma.check", PARSER, "prisma.syntax", "prisma.model"),
        room("prisma.format", PARSER, "prisma.check", "prisma.syntax"),
        room("prisma.lower", PARSER, "prisma.model", "schema", "expression", "diff"),
        room(
            "prisma.pull",
            PARSER,
            "prisma.syntax",
            "prisma.model",
            "prisma.format",
            "schema",
            "diff"),
        room("plan", "sqlgen", "diff", "schema", "expression"),
        room("sql", "sqlgen", "plan", "diff", "schema", "expression"),
        room("migration", "sqlgen", "sql", "plan", "diff", "schema"),
        room("export", "sqlgen", "schema", "expression"),
        room("report", "cli", "diff", "schema"),
        room("live", "cli", "catalog", "diff", "schema", "expression", "migration", "sql", "plan"),
        room("rows", "cli", "schema", "sql"),
        room("api", "cli", "cli", "catalog", "diff", "schema"),
        room("apply", "cli", "live", "migration", "schema", "sql"),
        room(
            "proof",
            "cli",
            "apply",
            "rows",
            "live",
            "catalog",
            "diff",
            "schema",
            "migration",
            "sql",
            "plan"),
        room("lint", "cli", "proof", "plan", "schema"),
        room(
            "cli",
            "cli",
            "lint",
            "proof",
            "rows",
            "apply",
            "live",
            "report",
            "catalog",
            "diff",
            "schema",
            "expression",
            "prisma.syntax",
            "prisma.model",
            "prisma.check",
            "prisma.format",
            "prisma.lower",
            "prisma.pull",
            "plan",
            "sql",
            "migration",
            "export"));
  }

  @Test
  void every_package_is_in_the_module_that_is_drawn() {
    var drawn = new TreeMap<String, String>();
    rooms().forEach(room -> drawn.put(room.fullName(), room.module()));
    assertThat(drawn).containsAllEntriesOf(House.packages());
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void a_package_uses_only_what_the_arrows_allow(Room room) {
    var allowed =
        Stream.concat(Stream.of(room.name(), "source"), room.uses().stream())
            .map(name -> HOUSE + "." + name)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(room.fullName())
        .should()
        .dependOnClassesThat(resideInAnyPackage(HOUSE + "..").and(resideOutsideOfPackages(allowed)))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void packages_have_no_cycles() {
    slices()
        .matching("dev.plumbline.(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  /// Libraries, each with the packages that may know of it.
  static List<Map.Entry<String, List<String>>> libraries() {
    return List.of(
        Map.entry("org.antlr..", List.of("prisma.grammar", "prisma.syntax")),
        Map.entry("freemarker..", List.of("sql", "migration", "export", "report")),
        Map.entry("java.sql..", List.of("api", "catalog", "live", "apply", "rows", "proof")),
        Map.entry("javax.sql..", List.of("api", "catalog", "live")),
        Map.entry("org.postgresql..", List.of("live")),
        Map.entry("org.flywaydb..", List.of("apply")),
        Map.entry("picocli..", List.of("cli")),
        Map.entry("tools.jackson..", List.of("cli", "report")),
        Map.entry("com.fasterxml..", List.of("cli", "report")),
        Map.entry("org.apache.commons..", List.of("live")),
        Map.entry("org.tukaani..", List.of("live")),
        Map.entry("org.tomlj..", List.of("cli")),
        Map.entry("org.slf4j..", List.of()),
        Map.entry("java.util.logging..", List.of("live", "apply")),
        Map.entry("java.lang.reflect..", List.of()));
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void a_library_is_seen_only_where_it_belongs(Map.Entry<String, List<String>> library) {
    var mayKnow =
        library.getValue().stream().map(name -> HOUSE + "." + name).toArray(String[]::new);
    noClasses()
        .that()
        .resideOutsideOfPackages(mayKnow)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library.getKey())
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @ParameterizedTest
  @MethodSource("standardStreams")
  void only_the_command_line_touches_the_standard_streams(String stream) {
    noClasses()
        .that()
        .resideOutsideOfPackage(HOUSE + ".cli")
        .should()
        .accessField(System.class, stream)
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  static List<String> standardStreams() {
    return List.of("in", "out", "err");
  }

  @Test
  void nobody_ends_the_process_but_the_command_line() {
    noClasses()
        .that()
        .resideOutsideOfPackage(HOUSE + ".cli")
        .should()
        .callMethod(System.class, "exit", int.class)
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void there_is_no_static_state() {
    fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage(GRAMMAR)
        .should()
        .beFinal()
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void every_package_is_null_marked() {
    assertThat(House.packages().keySet())
        .filteredOn(name -> !name.equals(GRAMMAR))
        .allSatisfy(name ->
            assertThat(CLASSES.getPackage(name))
                .matches(
                    (JavaPackage found) -> found.isAnnotatedWith(NullMarked.class),
                    "has a package-info.java with @NullMarked"));
  }

  @Test
  void no_package_has_a_name_that_says_nothing() {
    var empty =
        Set.of(
            "util", "utils", "common", "helper", "helpers", "manager", "misc", "impl", "internal");
    assertThat(House.packages().keySet())
        .allSatisfy(name -> assertThat(name.split("\\.")).doesNotContainAnyElementsOf(empty));
  }
}
