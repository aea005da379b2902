package dev.switchboard.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchboard.conversation.Event;
import dev.switchboard.conversation.LegStatus;
import dev.switchboard.store.Claim;
import dev.switchboard.store.ConversationStore;
import dev.switchboard.store.ConversationStoreContract;
import dev.switchboard.store.Posted;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real PostgreSQL; skipped where the machine has none. */
class PostgresDatabaseTest extends ConversationStoreContract {

  private static PostgresServer server;
  private static Database database;

  @BeforeAll
  static void start() {
    server = PostgresServer.start().orElse(null);
    assumeTrue(server != null, "no PostgreSQL server can be started here; Debian: postgresql");
    database = Database.open(server.url(), "switchboard", "", 8);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      database.close();
      server.close();
    }
  }

  /** On a thread of its own: one thread has one transaction. */
  @Override
  protected void meanwhile(Runnable change) {
    CompletableFuture.runAsync(change).join();
  }

  @Override
  protected ConversationStore emptyStore() {
    database.clear();
    return database.conversations();
  }

  @Test
  void of_many_instances_at_once_each_change_counts_and_each_command_is_begun_once()
      throws Exception {
    ConversationStore store = database.conversations();
    begin(store, "CA1");
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Integer>> instances = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        Event stray = new Event.LegReported("CA9" + i, LegStatus.IN_PROGRESS);
        instances.add(
            () -> {
              store.change("CA1", NOW, it -> it.orElseThrow().on(stray, NOW));
              int begun = 0;
              for (Posted posted : store.overdue(NOW.plus(Claim.GRACE))) {
                begun += store.claim(posted, NOW) == Claim.NEW ? 1 : 0;
              }
              return begun;
            });
      }
      int begun = 0;
      for (Future<Integer> result : pool.invokeAll(instances)) {
        begun += result.get();
      }
      assertEquals(25, store.find("CA1").orElseThrow().legs().size());
      int all =
          database
              .jdbi()
              .withHandle(
                  handle ->
                      handle
                          .createQuery("select count(*) from outbox where begun_until is not null")
                          .mapTo(Integer.class)
                          .one());
      assertEquals(all, begun);
      assertTrue(begun > 20, () -> "only few commands were there to be begun");
    } finally {
      pool.shutdownNow();
    }
  }
}
