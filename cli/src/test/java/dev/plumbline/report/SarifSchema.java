package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The schema of SARIF 2.1.0, as the package @microsoft/jest-sarif (MIT) carries it. */
public final class SarifSchema {
  private SarifSchema() {}

  /** Fails unless a text is a log of SARIF. */
  public static void assertHolds(String log) {
    assertThat(schema().validate(log, InputFormat.JSON)).as(log).isEmpty();
  }

  private static Schema schema() {
    try (InputStream file =
        Objects.requireNonNull(SarifSchema.class.getResourceAsStream("sarif-2.1.0.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
          .getSchema(new String(file.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
