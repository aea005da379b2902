package dev.partyline.script;

import dev.partyline.rest.Backend.Script;
import dev.partyline.telephony.Call;
import java.util.LinkedHashMap;
import java.util.Map;

/** The documents of all legs: the way in for what happens to a leg. */
public final class Scripts {

  private final Platform platform;
  private final Documents documents;
  private final Verbs verbs;
  private final Map<String, Session> sessions = new LinkedHashMap<>();

  /** Runs documents on this platform. */
  public Scripts(Platform platform) {
    this.platform = platform;
    this.documents = new Documents(platform);
    this.verbs = new Verbs(documents);
  }

  /** A leg needs its first document, or another one (CALL-41). */
  public void load(Call call, Script script) {
    session(call).load(script);
  }

  /**
   * The leg has ended (CALL-57).
   *
   * @param byFarEnd whether the person at the far end hung up
   */
  public void ended(Call call, boolean byFarEnd) {
    Session session = sessions.get(call.sid());
    if (session != null) {
      session.end(byFarEnd);
    }
  }

  /** The leg is out of its conference and still lives (CONF-32). */
  public void released(Call call) {
    Session session = sessions.get(call.sid());
    if (session != null && session.running() != null) {
      session.running().released();
    }
  }

  /** The far end of a live leg pressed keys: digits, {@code #}, {@code *} or A to D. */
  public void pressed(Call call, String keys) {
    Session session = sessions.get(call.sid());
    if (session != null && session.running() != null) {
      session.running().pressed(keys);
    }
  }

  private Session session(Call call) {
    return sessions.computeIfAbsent(
        call.sid(), sid -> new Session(platform, documents, verbs, call, Scripts::ranOut));
  }

  /** TWIML-17, TWIML-18. */
  private static void ranOut(Session session) {
    session.answer();
    session.hangUp();
  }
}
