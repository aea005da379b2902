package dev.partyline.sim;

/** Told of what the simulation itself does, in order, on the thread that has the baton. */
public interface Watcher {

  /** A free choice was settled. */
  void chose(Choice choice);

  /** An exception left a fiber's body. */
  void failed(Fiber fiber, Throwable failure);

  /** Does nothing. */
  Watcher NONE =
      new Watcher() {
        @Override
        public void chose(Choice choice) {}

        @Override
        public void failed(Fiber fiber, Throwable failure) {}
      };
}
