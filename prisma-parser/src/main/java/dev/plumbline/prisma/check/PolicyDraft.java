package dev.plumbline.prisma.check;

import dev.plumbline.prisma.syntax.Declaration.PolicyDeclaration;
import java.util.Optional;

/**
 * A policy of Prisma 8 that stands for itself.
 *
 * @param syntax the block
 * @param documentation the {@code ///} lines above it
 */
record PolicyDraft(PolicyDeclaration syntax, Optional<String> documentation) {}
