package dev.plumbline.parity;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the one {@link PrismaOracle} of a test run to tests that name it as a parameter. Where it
 * cannot run, those tests are skipped and say why.
 */
final class OracleExtension implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(OracleExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == PrismaOracle.class;
  }

  @Override
  public PrismaOracle resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Started started =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .computeIfAbsent(
                Started.class, key -> new Started(PrismaOracle.start()), Started.class);
    return switch (started.search()) {
      case PrismaOracle.Search.Found found -> found.oracle();
      case PrismaOracle.Search.Missing missing -> Assumptions.abort(missing.reason());
    };
  }

  /** Closed by JUnit when the run ends. */
  private record Started(PrismaOracle.Search search) implements AutoCloseable {
    @Override
    public void close() {
      if (search instanceof PrismaOracle.Search.Found found) {
        found.oracle().close();
      }
    }
  }
}
