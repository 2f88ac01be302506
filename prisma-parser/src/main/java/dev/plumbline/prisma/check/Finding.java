package dev.plumbline.prisma.check;

import dev.plumbline.source.Diagnostic;

/**
 * What a program is told, which marks lines.
 *
 * @param diagnostic what is said, and where
 * @param consequence whether it goes away when another error is mended; people are not told these
 */
public record Finding(Diagnostic diagnostic, boolean consequence) {}
