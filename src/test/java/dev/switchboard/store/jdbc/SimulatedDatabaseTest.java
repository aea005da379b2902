package dev.switchboard.store.jdbc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchboard.store.ConversationStore;
import dev.switchboard.store.ConversationStoreContract;
import org.junit.jupiter.api.AfterEach;

/** One connection in memory, as simulated runs use it. */
class SimulatedDatabaseTest extends ConversationStoreContract {

  private final Database database = Database.simulated();

  /** Nobody else can come in between on one connection; the other stores show what then happens. */
  @Override
  protected void meanwhile(Runnable change) {
    assumeTrue(false, "one connection has one user at a time");
  }

  @Override
  protected ConversationStore emptyStore() {
    return database.conversations();
  }

  @AfterEach
  void close() {
    database.close();
  }
}
