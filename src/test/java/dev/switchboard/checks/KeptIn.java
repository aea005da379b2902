package dev.switchboard.checks;

import dev.partyline.world.Surroundings;
import dev.switchboard.store.ConversationStore;
import dev.switchboard.store.InMemoryConversations;
import dev.switchboard.store.jdbc.Database;
import dev.switchboard.store.jdbc.PostgresServer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What simulated runs keep conversations in. A database is a real one: the simulation stands still
 * while it works, so the same seed gives the same journal on each of them.
 */
enum KeptIn {
  /** The store without a database. */
  MEMORY {
    @Override
    ConversationStore empty(Surroundings surroundings) {
      return new InMemoryConversations(KEPT);
    }
  },
  /** H2 in memory. */
  H2 {
    @Override
    ConversationStore empty(Surroundings surroundings) {
      return emptied(H2Database.ONE, surroundings);
    }
  },
  /** A PostgreSQL server of our own, for as long as the process lives. */
  POSTGRES {
    @Override
    ConversationStore empty(Surroundings surroundings) {
      return emptied(PostgresDatabase.ONE, surroundings);
    }

    @Override
    void require() {
      if (PostgresDatabase.ONE == null) {
        throw new IllegalArgumentException(
            "no PostgreSQL server can be started here; on Debian: apt-get install postgresql");
      }
    }
  };

  private static final int KEPT = 1000;

  /** A store with nothing in it, for one run; runs come one after the other. */
  abstract ConversationStore empty(Surroundings surroundings);

  /**
   * Makes it ready.
   *
   * @throws IllegalArgumentException when it cannot be had here
   */
  void require() {}

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(KeptIn::word).toList();
  }

  /**
   * The one of this word.
   *
   * @throws IllegalArgumentException when there is none; the message lists all
   */
  static KeptIn named(String word) {
    return Arrays.stream(values())
        .filter(it -> it.word().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no store '" + word + "'; there are " + words()));
  }

  private static ConversationStore emptied(Database database, Surroundings surroundings) {
    database.clear();
    return new OutsideStore(surroundings, database.conversations());
  }

  private static final class H2Database {
    static final Database ONE = Database.simulated();
  }

  /** Started when first asked for, and stopped with the process. */
  private static final class PostgresDatabase {
    static final Database ONE = PostgresServer.start().map(PostgresDatabase::opened).orElse(null);

    private static Database opened(PostgresServer server) {
      Database database;
      try {
        database = Database.open(server.url(), "switchboard", "", 2);
      } catch (RuntimeException unusable) {
        server.close();
        throw unusable;
      }
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    database.close();
                    server.close();
                  }));
      return database;
    }
  }
}
