package dev.switchboard.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Log-ins, kept in the database as hashes of what the browsers hold. */
public final class Sessions {

  private static final int TOKEN_BYTES = 32;

  private final Jdbi jdbi;
  private final List<Person> people;
  private final InstantSource clock;
  private final Secrets secrets;
  private final Duration lifetime;
  private final String nobody;

  /** Sessions of these people; {@code lifetime} is not prolonged by use. */
  public Sessions(
      Jdbi jdbi, List<Person> people, InstantSource clock, Secrets secrets, Duration lifetime) {
    this.jdbi = jdbi;
    this.people = List.copyOf(people);
    this.clock = clock;
    this.secrets = secrets;
    this.lifetime = lifetime;
    this.nobody = Password.hash("nobody".toCharArray(), secrets);
  }

  /** What a browser is given to keep. */
  public record Ticket(String token, Session session) {}

  /**
   * Logs somebody in; empty when name or password are wrong, without saying which, and after the
   * same time.
   */
  public Optional<Ticket> logIn(String name, char[] password) {
    Optional<Person> person = named(name);
    boolean right = Password.matches(password, person.map(Person::passwordHash).orElse(nobody));
    return right ? person.map(this::begin) : Optional.empty();
  }

  private Ticket begin(Person person) {
    String token = secret();
    String csrf = secret();
    Instant now = clock.instant();
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate("delete from session where expires < :now")
              .bind("now", now)
              .execute();
          handle
              .createUpdate(
                  "insert into session (token_hash, user_name, csrf, expires)"
                      + " values (:hash, :name, :csrf, :expires)")
              .bind("hash", hash(token))
              .bind("name", person.name())
              .bind("csrf", csrf)
              .bind("expires", now.plus(lifetime))
              .execute();
        });
    return new Ticket(token, new Session(person, csrf));
  }

  /** Whose this token is; empty when it is nobody's, or too old, or its owner is there no more. */
  public Optional<Session> of(String token) {
    record Row(String name, String csrf) {}
    return jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select user_name, csrf from session"
                            + " where token_hash = :hash and expires > :now")
                    .bind("hash", hash(token))
                    .bind("now", clock.instant())
                    .map((row, it) -> new Row(row.getString("user_name"), row.getString("csrf")))
                    .findOne())
        .flatMap(row -> named(row.name()).map(person -> new Session(person, row.csrf())));
  }

  /** Ends a session. */
  public void logOut(String token) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("delete from session where token_hash = :hash")
                .bind("hash", hash(token))
                .execute());
  }

  private Optional<Person> named(String name) {
    return people.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  private String secret() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secrets.next(TOKEN_BYTES));
  }

  private static String hash(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
