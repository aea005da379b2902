package dev.switchboard.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WallClockTest {

  @Test
  void it_is_the_real_time_unless_told_otherwise() {
    WallClock clock = WallClock.ofThisProcess();
    Instant now = Instant.parse("2026-04-01T09:00:00.123456Z");
    assertEquals(now, clock.at(now));
    assertEquals(Duration.ofSeconds(15), clock.real(Duration.ofSeconds(15)));
  }

  @Test
  void ten_times_as_fast_a_second_is_ten_and_a_wait_a_tenth() {
    WallClock clock = WallClock.parse("10@1000000");
    assertEquals(Instant.ofEpochMilli(1_010_000), clock.at(Instant.ofEpochMilli(1_001_000)));
    assertEquals(Duration.ofMillis(1_500), clock.real(Duration.ofSeconds(15)));
  }

  @Test
  void what_is_no_clock_is_refused_with_an_example() {
    for (String wrong : new String[] {"fast", "10", "0@5", "-1@5", "10@soon"}) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> WallClock.parse(wrong)).getMessage();
      assertTrue(message.contains("10@1764331200000"), message);
    }
  }
}
