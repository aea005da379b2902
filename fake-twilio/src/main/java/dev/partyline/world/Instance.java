package dev.partyline.world;

import java.util.LinkedHashMap;
import java.util.Map;

/** A process of the application, from one start to its death. */
final class Instance {

  private final String number;

  /** What is told when it dies: by whom its answer is awaited. */
  private final Map<Object, Runnable> awaited = new LinkedHashMap<>();

  private Application application;
  private boolean up = true;

  Instance(String number) {
    this.number = number;
  }

  String number() {
    return number;
  }

  boolean isUp() {
    return up;
  }

  Application application() {
    return application;
  }

  void runs(Application started) {
    application = started;
  }

  /** Somebody waits for an answer of it until {@link #answered}. */
  void awaitedBy(Object who, Runnable ifItDies) {
    awaited.put(who, ifItDies);
  }

  void answered(Object who) {
    awaited.remove(who);
  }

  void dies() {
    up = false;
    Map<Object, Runnable> waiting = new LinkedHashMap<>(awaited);
    awaited.clear();
    waiting.values().forEach(Runnable::run);
  }
}
