package dev.partyline.sim;

import java.util.ArrayList;
import java.util.List;

/** Stack traces as lines for a person. */
final class Stacks {

  private static final int MOST = 12;

  private Stacks() {}

  /** The first lines, without those of this package and of the JDK's own parking. */
  static List<String> lines(StackTraceElement[] trace) {
    List<String> lines = new ArrayList<>();
    for (StackTraceElement element : trace) {
      String owner = element.getClassName();
      if (own(owner)
          || owner.startsWith("java.lang.VirtualThread")
          || owner.startsWith("jdk.internal.")) {
        continue;
      }
      if (lines.size() == MOST) {
        lines.add("…");
        break;
      }
      lines.add(element.toString());
    }
    return lines;
  }

  /** Whether a class is of this package itself. */
  private static boolean own(String name) {
    String here = Stacks.class.getPackageName() + ".";
    return name.startsWith(here) && name.indexOf('.', here.length()) < 0;
  }

  static List<String> of(Fiber fiber) {
    if (fiber.carrier instanceof Thread thread) {
      return lines(thread.getStackTrace());
    }
    return fiber.carrier instanceof Carrier carrier
        ? lines(carrier.thread().getStackTrace())
        : List.of();
  }
}
