package dev.plumbline.prisma.check;

/** The version of Prisma whose word counts where versions differ. */
public enum PrismaVersion {
  /** Whatever one of them accepts, with a warning about what Prisma 7 does not. */
  ANY,
  V5,
  V6,
  V7;

  boolean readsAddresses() {
    return this != V7;
  }

  boolean needsAddresses() {
    return this == V5 || this == V6;
  }
}
