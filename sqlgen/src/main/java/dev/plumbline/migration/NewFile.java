package dev.plumbline.migration;

/**
 * A file that is to be written.
 *
 * @param path its place, from the folder of migrations on, with slashes
 * @param text all of it
 */
public record NewFile(String path, String text) {}
