package dev.switchboard.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.switchboard.store.ConversationStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** A database with its tables in place. */
public final class Database implements AutoCloseable {

  private static final String MIGRATIONS = "dev/switchboard/store/jdbc/migrations";
  private static final List<String> SCRIPTS = List.of("V1__conversations.sql", "V2__sessions.sql");
  private static final int PATIENCE_MS = 5_000;

  /** What H2 needs to read the same SQL as PostgreSQL. */
  private static final String AS_POSTGRESQL = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";

  private final Jdbi jdbi;
  private final AutoCloseable source;
  private final ConversationStore conversations;

  private Database(Jdbi jdbi, AutoCloseable source) {
    this.jdbi = jdbi;
    this.conversations = new JdbcConversations(jdbi);
    this.source = source;
  }

  /**
   * Connects, and brings the tables up to date.
   *
   * @param url a JDBC address, {@code jdbc:h2:...} or {@code jdbc:postgresql:...}
   * @param user may be empty
   * @param password may be empty
   * @param connections at most, 1 to 100
   * @throws DatabaseNotUsable when it cannot be reached or is not ours; the message says what to do
   */
  public static Database open(String url, String user, String password, int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url.startsWith("jdbc:h2:") ? url + AS_POSTGRESQL : url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(PATIENCE_MS);
    config.setInitializationFailTimeout(PATIENCE_MS);
    config.setPoolName("switchboard");
    try {
      HikariDataSource source = new HikariDataSource(config);
      try {
        Flyway.configure(Database.class.getClassLoader())
            .dataSource(source)
            .locations("classpath:" + MIGRATIONS)
            .load()
            .migrate();
        return new Database(Jdbi.create(source), source);
      } catch (RuntimeException failed) {
        source.close();
        throw failed;
      }
    } catch (RuntimeException failed) {
      throw DatabaseNotUsable.because(url, failed);
    }
  }

  /**
   * An empty H2 in memory with one connection and no thread of its own: nothing in it ever waits
   * for another thread. Not for use by several threads at a time.
   */
  public static Database simulated() {
    try {
      Connection connection = DriverManager.getConnection("jdbc:h2:mem:" + AS_POSTGRESQL);
      Jdbi jdbi = Jdbi.create(connection);
      jdbi.useHandle(handle -> SCRIPTS.forEach(it -> handle.createScript(script(it)).execute()));
      return new Database(jdbi, connection);
    } catch (SQLException failed) {
      throw new IllegalStateException("H2 does not start in memory", failed);
    }
  }

  private static String script(String name) {
    try (InputStream in =
        Database.class.getClassLoader().getResourceAsStream(MIGRATIONS + "/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " is missing in this jar", e);
    }
  }

  /** The conversations in it. */
  public ConversationStore conversations() {
    return conversations;
  }

  /** For further tables. */
  public Jdbi jdbi() {
    return jdbi;
  }

  /** Deletes every row, for the next run or test. */
  public void clear() {
    jdbi.useTransaction(
        handle -> {
          for (String table : List.of("outbox", "conversation", "session")) {
            handle.execute("delete from " + table);
          }
        });
  }

  /** Whether it answers now. */
  public boolean answers() {
    try {
      return jdbi.withHandle(
          handle -> handle.createQuery("select 1").mapTo(Integer.class).one() == 1);
    } catch (JdbiException failed) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      source.close();
    } catch (Exception failed) {
      throw new IllegalStateException("the database does not close", failed);
    }
  }
}
