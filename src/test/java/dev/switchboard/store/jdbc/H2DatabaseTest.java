package dev.switchboard.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.store.ConversationStore;
import dev.switchboard.store.ConversationStoreContract;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of H2, as one instance uses it. */
class H2DatabaseTest extends ConversationStoreContract {

  @TempDir private Path folder;

  private Database database;

  private String url() {
    return "jdbc:h2:file:" + folder.resolve("switchboard");
  }

  /** On a thread of its own: one thread has one transaction. */
  @Override
  protected void meanwhile(Runnable change) {
    CompletableFuture.runAsync(change).join();
  }

  @Override
  protected ConversationStore emptyStore() {
    database = Database.open(url(), "", "", 4);
    return database.conversations();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void conversation_survives_a_restart() {
    begin(database.conversations(), "CA1");
    database.close();
    database = Database.open(url(), "", "", 4);
    assertEquals(1, database.conversations().open().size());
    assertTrue(database.answers());
  }

  @Test
  void conversation_in_an_unknown_format_is_named_with_what_to_do() {
    begin(database.conversations(), "CA1");
    database.jdbi().useHandle(handle -> handle.execute("update conversation set format = 99"));
    String message =
        assertThrows(UnreadableRecord.class, () -> database.conversations().find("CA1"))
            .getMessage();
    assertTrue(message.contains("CA1") && message.contains("99"), message);
  }

  @Test
  void conversation_with_an_unknown_field_is_refused() {
    begin(database.conversations(), "CA1");
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "update conversation set body = replace(body, '{\"id\"',"
                        + " '{\"later\":1,\"id\"')"));
    String message =
        assertThrows(UnreadableRecord.class, () -> database.conversations().find("CA1"))
            .getMessage();
    assertTrue(message.contains("later"), message);
  }

  @Test
  void unreachable_database_is_named_without_its_password() {
    String message =
        assertThrows(
                DatabaseNotUsable.class,
                () ->
                    Database.open("jdbc:postgresql://127.0.0.1:1/x?password=hush", "me", "hush", 1))
            .getMessage();
    assertTrue(message.contains("jdbc:postgresql://127.0.0.1:1/x"), message);
    assertTrue(!message.contains("hush"), message);
  }
}
