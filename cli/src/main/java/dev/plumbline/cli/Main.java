package dev.plumbline.cli;

/// The `plumb` command.
public final class Main {
  private Main() {}

  /// Prints the version of this build.
  public static void main(String[] args) {
    System.out.println("plumb " + Main.class.getPackage().getImplementationVersion());
  }
}
