package dev.switchboard.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** So many requests of one sender, refilled evenly over time. */
public final class RateLimit {

  private static final int MOST_SENDERS = 10_000;
  private static final long MINUTE_MS = 60_000;

  private final InstantSource clock;
  private final int perMinute;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_SENDERS;
        }
      };

  /** Lets each sender have {@code perMinute} requests at once and as many in a minute after. */
  public RateLimit(InstantSource clock, int perMinute) {
    this.clock = clock;
    this.perMinute = perMinute;
  }

  private record Bucket(double left, Instant at) {}

  /** Whether this request may pass; counts it if so. */
  public synchronized boolean allows(String sender) {
    Instant now = clock.instant();
    Bucket bucket = buckets.getOrDefault(sender, new Bucket(perMinute, now));
    long passedMs = Math.max(0, now.toEpochMilli() - bucket.at().toEpochMilli());
    double left = Math.min(perMinute, bucket.left() + (double) passedMs * perMinute / MINUTE_MS);
    boolean allowed = left >= 1;
    buckets.put(sender, new Bucket(allowed ? left - 1 : left, now));
    return allowed;
  }
}
