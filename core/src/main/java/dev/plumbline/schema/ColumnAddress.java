package dev.plumbline.schema;

/**
 * Points at a column.
 *
 * @param table the table
 * @param column the column
 */
public record ColumnAddress(ObjectName table, String column) {}
