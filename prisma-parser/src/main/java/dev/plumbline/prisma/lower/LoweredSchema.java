package dev.plumbline.prisma.lower;

import dev.plumbline.diff.Renames;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.Origins;

/**
 * What a Prisma schema says about a database.
 *
 * @param schema the database. Its tables stand in the order of the models, then the join tables of
 *     implicit many-to-many relations
 * @param origins where each object is declared
 * @param renames what {@code @pg.renamedFrom} says
 */
public record LoweredSchema(DatabaseSchema schema, Origins origins, Renames renames) {}
