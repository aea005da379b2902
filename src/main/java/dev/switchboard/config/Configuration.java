package dev.switchboard.config;

import dev.switchboard.people.Person;
import java.util.List;
import java.util.Locale;

/**
 * Everything an operator decides.
 *
 * @param publicUrl scheme, host and port under which platform and browsers reach us; no slash at
 *     the end
 * @param host the address to listen at
 * @param port to listen at; 0 for any that is free
 * @param language what agents are spoken to in, and the pages' language unless a browser asks for
 *     the other
 * @param acceptOnPage whether an agent's phone is rung only when they accept on their page
 * @param syncDocuments whether each conversation is shown to softphones by a Sync document
 * @param supervisionIsTold whether an agent is told that somebody listens
 * @param sessionHours how long a log-in lasts
 * @param people who may log in
 * @param trustedProxies addresses of proxies whose X-Forwarded-For is believed; may be empty
 */
public record Configuration(
    String publicUrl,
    String host,
    int port,
    Locale language,
    Platform platform,
    DatabaseSettings database,
    boolean acceptOnPage,
    boolean syncDocuments,
    boolean supervisionIsTold,
    int sessionHours,
    List<Person> people,
    List<String> trustedProxies) {

  public Configuration {
    people = List.copyOf(people);
    trustedProxies = List.copyOf(trustedProxies);
  }

  /**
   * The platform's account.
   *
   * @param apiBase where its REST API is; null for the platform itself
   * @param ringSeconds how long a customer's phone may ring
   * @param detectMachines whether calls that a machine answers are ended
   * @param twimlAppSid the TwiML application; null until it is set up
   */
  public record Platform(
      String accountSid,
      String authToken,
      String apiBase,
      String callerId,
      int ringSeconds,
      boolean detectMachines,
      String twimlAppSid) {

    /** Without the token. */
    @Override
    public String toString() {
      return "Platform[" + accountSid + ", " + apiBase + ", " + callerId + "]";
    }
  }

  /**
   * The database.
   *
   * @param url a JDBC address
   * @param connections at most
   */
  public record DatabaseSettings(String url, String user, String password, int connections) {

    /** Without the password. */
    @Override
    public String toString() {
      return "DatabaseSettings[" + url.replaceAll("[?;].*", "") + ", " + user + "]";
    }
  }
}
