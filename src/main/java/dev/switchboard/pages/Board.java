package dev.switchboard.pages;

import java.util.List;

/** The live calls. */
@FunctionalInterface
public interface Board {

  /** All of them, the oldest first. */
  List<CallView> calls();
}
