package dev.switchboard.store.jdbc;

import dev.switchboard.conversation.Conversation;
import dev.switchboard.conversation.Step;
import dev.switchboard.store.Claim;
import dev.switchboard.store.ConversationStore;
import dev.switchboard.store.Kept;
import dev.switchboard.store.Posted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;

/**
 * Conversations and outbox in two tables. A change reads, takes the turn, and writes only if the
 * version is still the one that was read.
 */
public final class JdbcConversations implements ConversationStore {

  private static final int MOST_TRIES = 100;
  private static final int MOST_OVERDUE = 500;

  private final Jdbi jdbi;
  private final Codec codec = new Codec();

  JdbcConversations(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record Version(long number, Conversation conversation) {}

  /**
   * As {@link ConversationStore#change}.
   *
   * @throws UnreadableRecord when another version of Switchboard wrote what is kept
   * @throws JdbiException when the database does not answer; whether the change was kept is then
   *     unknown
   */
  @Override
  public Kept change(String id, Instant now, Function<Optional<Conversation>, Step> turn) {
    for (int tries = 1; tries <= MOST_TRIES; tries++) {
      Optional<Kept> kept = tryChange(id, now, turn);
      if (kept.isPresent()) {
        return kept.get();
      }
    }
    throw new IllegalStateException(
        "Conversation " + id + " was changed by others " + MOST_TRIES + " times in a row");
  }

  private Optional<Kept> tryChange(
      String id, Instant now, Function<Optional<Conversation>, Step> turn) {
    try {
      return jdbi.inTransaction(
          handle -> {
            Optional<Version> before = read(handle, id);
            Step step = turn.apply(before.map(Version::conversation));
            if (step.next() == null) {
              return Optional.of(Kept.nothing(step));
            }
            long version = before.map(Version::number).orElse(0L) + 1;
            if (!write(handle, id, version, step.next(), now)) {
              handle.rollback();
              return Optional.empty();
            }
            List<Posted> posted = Posted.of(id, version, step, now);
            post(handle, posted);
            return Optional.of(new Kept(step, posted));
          });
    } catch (JdbiException failed) {
      if (isRace(failed)) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  /** A duplicate key, a serialization failure, or H2's word for a concurrent update. */
  private static boolean isRace(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        return "23505".equals(state) || "40001".equals(state) || "90131".equals(state);
      }
    }
    return false;
  }

  private Optional<Version> read(Handle handle, String id) {
    return handle
        .createQuery("select version, format, body from conversation where id = :id")
        .bind("id", id)
        .map((row, context) -> new Version(row.getLong("version"), conversation(id, row)))
        .findOne();
  }

  private Conversation conversation(String id, ResultSet row) throws SQLException {
    return codec.conversation(id, row.getInt("format"), row.getString("body"));
  }

  private boolean write(Handle handle, String id, long version, Conversation next, Instant now) {
    String sql =
        version == 1
            ? "insert into conversation (id, version, format, closed, changed, body)"
                + " values (:id, :version, :format, :closed, :changed, :body)"
            : "update conversation set version = :version, format = :format, closed = :closed,"
                + " changed = :changed, body = :body where id = :id and version = :version - 1";
    return handle
            .createUpdate(sql)
            .bind("id", id)
            .bind("version", version)
            .bind("format", Codec.FORMAT)
            .bind("closed", next.closed())
            .bind("changed", now)
            .bind("body", codec.write(next))
            .execute()
        == 1;
  }

  private void post(Handle handle, List<Posted> posted) {
    if (posted.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into outbox (conversation, number, format, due, overdue_at, body)"
                + " values (:conversation, :number, :format, :due, :overdue, :body)");
    for (Posted one : posted) {
      batch
          .bind("conversation", one.conversation())
          .bind("number", one.number())
          .bind("format", Codec.FORMAT)
          .bind("due", one.due())
          .bind("overdue", one.overdueAt())
          .bind("body", codec.write(one.command()))
          .add();
    }
    batch.execute();
  }

  @Override
  public Optional<Conversation> find(String id) {
    return jdbi.withHandle(handle -> read(handle, id)).map(Version::conversation);
  }

  @Override
  public List<Conversation> all() {
    return list("select id, format, body from conversation order by id");
  }

  @Override
  public List<Conversation> open() {
    return list("select id, format, body from conversation where not closed order by id");
  }

  private List<Conversation> list(String sql) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(sql)
                .map((row, context) -> conversation(row.getString("id"), row))
                .list());
  }

  @Override
  public Claim claim(Posted posted, Instant now) {
    return jdbi.inTransaction(
        handle -> {
          if (begin(handle, posted, "begun_until is null", now)) {
            return Claim.NEW;
          }
          return begin(handle, posted, "begun_until <= :now", now) ? Claim.UNCLEAR : Claim.TAKEN;
        });
  }

  private static boolean begin(Handle handle, Posted posted, String free, Instant now) {
    Update update =
        handle
            .createUpdate(
                "update outbox set begun_until = :until, overdue_at = :until"
                    + " where conversation = :conversation and number = :number and "
                    + free)
            .bind("until", now.plus(Claim.LEASE))
            .bind("conversation", posted.conversation())
            .bind("number", posted.number());
    return (free.contains(":now") ? update.bind("now", now) : update).execute() == 1;
  }

  @Override
  public void done(Posted posted) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "delete from outbox where conversation = :conversation and number = :number")
                .bind("conversation", posted.conversation())
                .bind("number", posted.number())
                .execute());
  }

  @Override
  public List<Posted> overdue(Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select conversation, number, format, due, body from outbox"
                        + " where overdue_at <= :now order by due, conversation, number limit "
                        + MOST_OVERDUE)
                .bind("now", now)
                .map((row, context) -> posted(row))
                .list());
  }

  private Posted posted(ResultSet row) throws SQLException {
    String id = row.getString("conversation");
    return new Posted(
        id,
        row.getLong("number"),
        codec.command(id, row.getInt("format"), row.getString("body")),
        row.getTimestamp("due").toInstant());
  }

  @Override
  public int forgetClosed(Instant unchangedSince) {
    return jdbi.inTransaction(
        handle -> {
          handle
              .createUpdate(
                  "delete from outbox where conversation in"
                      + " (select id from conversation where closed and changed < :since)")
              .bind("since", unchangedSince)
              .execute();
          return handle
              .createUpdate("delete from conversation where closed and changed < :since")
              .bind("since", unchangedSince)
              .execute();
        });
  }
}
