package dev.plumbline.parity;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the one search for a {@link PrismaOracle} of a test run to tests that name it as a
 * parameter. Each then asks for the oracle by itself, so that each is reported as skipped where
 * there is none.
 */
final class OracleExtension implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(OracleExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == PrismaOracle.Search.class;
  }

  @Override
  public PrismaOracle.Search resolveParameter(
      ParameterContext parameter, ExtensionContext context) {
    Started started =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .computeIfAbsent(
                Started.class, key -> new Started(PrismaOracle.start()), Started.class);
    return started.search();
  }

  /** Closed by JUnit when the run ends. */
  private record Started(PrismaOracle.Search search) implements AutoCloseable {
    @Override
    public void close() {
      if (search instanceof PrismaOracle.Search.Found found) {
        found.running().close();
      }
    }
  }
}
