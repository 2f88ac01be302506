package dev.plumbline.bench;

import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;

/**
 * What some work took.
 *
 * @param wall milliseconds by the clock
 * @param cpu milliseconds of all processors, for the whole process, so with its compiler and
 *     collector
 */
record Spent(double wall, double cpu) {
  /** What this process spends on some work. */
  static Spent on(Runnable work) {
    long wall = System.nanoTime();
    long cpu = processorTime();
    work.run();
    return new Spent((System.nanoTime() - wall) / 1e6, (processorTime() - cpu) / 1e6);
  }

  /** The one with the least time by the clock. */
  static double least(List<Spent> all) {
    return all.stream().mapToDouble(Spent::wall).min().orElseThrow();
  }

  /** The median time by the clock. */
  static double medianWall(List<Spent> all) {
    return median(all, Comparator.comparingDouble(Spent::wall)).wall();
  }

  /** The median of the processors' time. */
  static double medianCpu(List<Spent> all) {
    return median(all, Comparator.comparingDouble(Spent::cpu)).cpu();
  }

  private static Spent median(List<Spent> all, Comparator<Spent> order) {
    return all.stream().sorted(order).toList().get(all.size() / 2);
  }

  private static long processorTime() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }
}
