package dev.switchboard.store.jdbc;

import java.sql.SQLException;

/** The database cannot be used; the message says why and what to do. */
public final class DatabaseNotUsable extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private DatabaseNotUsable(String message, Throwable cause) {
    super(message, cause);
  }

  /** Never shows more of the address than its first part: a password may stand in its query. */
  static DatabaseNotUsable because(String url, Throwable failure) {
    return new DatabaseNotUsable(
        "The database "
            + url.replaceAll("[?;].*", "").replaceAll("//[^/@]*@", "//")
            + " cannot be used: "
            + reason(failure)
            + " ("
            + advice(failure)
            + ")",
        failure);
  }

  private static String reason(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String message = deepest.getMessage();
    return message == null ? deepest.toString() : message.strip().split("\n")[0];
  }

  private static String advice(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        String state = sql.getSQLState();
        if (state.startsWith("28")) {
          return "see database.user and database.password";
        }
        if (state.equals("90020")) {
          return "another Switchboard holds this file; several instances need PostgreSQL";
        }
        if (state.equals("3D000")) {
          return "create it first: createdb";
        }
      }
    }
    return "see database.url, and whether the server runs";
  }
}
