package dev.partyline.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Connections on which events go out for as long as both sides want. They are ended before the web
 * server stops: one that still writes then is never done.
 */
public final class Streams {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final Set<Stream> open = ConcurrentHashMap.newKeySet();

  /** One connection; closed by whoever writes to it, when it has written its last. */
  public final class Stream implements AutoCloseable {
    private volatile boolean wanted = true;

    private Stream() {}

    /** Whether events are still to go out; to be asked at least four times a second. */
    public boolean wanted() {
      return wanted;
    }

    @Override
    public void close() {
      open.remove(this);
    }
  }

  /** A connection has been made. */
  public Stream open() {
    Stream made = new Stream();
    open.add(made);
    return made;
  }

  /** Ends all of them, and waits a moment until their writers are done. */
  public void endAll() {
    open.forEach(stream -> stream.wanted = false);
    long giveUp = System.nanoTime() + PATIENCE_NANOS;
    try {
      while (!open.isEmpty() && System.nanoTime() < giveUp) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
