package dev.plumbline.cli;

/** How far a word is from another, in letters to add, remove or change. */
final class Nearness {
  private Nearness() {}

  static int distance(String first, String second) {
    int[] row = new int[second.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= first.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        int change = first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], above) + 1, diagonal + change);
        diagonal = above;
      }
    }
    return row[second.length()];
  }
}
