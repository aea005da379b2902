package dev.partyline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Ten thousand malformed requests; {@code partyline bench-hostile} sends a million. */
class HostileTest {

  private static long servingThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("partyline-"))
        .count();
  }

  @Test
  void malformed_requests_bring_no_5xx_change_nothing_and_leave_no_thread() throws Exception {
    long before = servingThreads();
    try (Serving serving = Serving.begin(new ServeOptions().configuration(0, -1))) {
      HostileRun run = new HostileRun(serving);

      run.send(10_000, 7, 2);

      assertEquals(List.of(), run.faults());
      assertEquals(10_000, run.byStatus().values().stream().mapToLong(Long::longValue).sum());
      assertTrue(
          Stream.of(400, 401, 404, 413, 414, 431, 501).allMatch(run.byStatus()::containsKey),
          run.byStatus().toString());
    }
    Awaitility.await().until(() -> servingThreads() <= before);
  }
}
