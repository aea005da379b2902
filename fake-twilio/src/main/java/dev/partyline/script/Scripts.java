package dev.partyline.script;

import dev.partyline.rest.Backend.Script;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import java.util.LinkedHashMap;
import java.util.Map;

/** The documents of all legs: the way in for what happens to a leg. */
public final class Scripts {

  private final Platform platform;
  private final Documents documents;
  private final DialledLegs dialled;
  private final Verbs verbs;
  private final SoundTracks tracks;
  private final Map<String, Session> sessions = new LinkedHashMap<>();

  /** Runs documents on this platform. */
  public Scripts(Platform platform) {
    this.platform = platform;
    this.documents = new Documents(platform);
    this.tracks = new SoundTracks(platform, documents);
    this.dialled = new DialledLegs(platform, documents, this);
    this.verbs = new Verbs(documents, dialled, tracks);
  }

  /** What is heard beside these documents. */
  public SoundTracks tracks() {
    return tracks;
  }

  /** A leg needs its first document, or another one (CALL-41). */
  public void load(Call call, Script script) {
    load(call, script, Map.of());
  }

  /**
   * The same, with what the caller hands over.
   *
   * @param parameters sent with the request for this document, by name
   */
  public void load(Call call, Script script, Map<String, String> parameters) {
    dialled.redirected(call);
    session(call).load(script, parameters);
  }

  /** A leg has been answered; one that a Dial made is that Dial's matter (TWIML-23). */
  public void answered(Call call) {
    dialled.answered(call);
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
    dialled.ended(call);
  }

  /** Nothing is kept any more for a leg that is over. */
  public void forget(String callSid) {
    sessions.remove(callSid);
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

  /**
   * The far end of a live leg begins to say something.
   *
   * @param words what is understood of it
   * @param confidence how sure the platform is of that, as it writes it: {@code 0.0} to {@code 1.0}
   * @param ms how long it takes to say, in simulated milliseconds
   */
  public void spoke(Call call, String words, String confidence, long ms) {
    Session session = sessions.get(call.sid());
    if (session != null && session.running() != null) {
      session.running().spoke(words, confidence, ms);
    }
  }

  /**
   * Takes a caller out of its queue into a document; what follows it is the queue's action.
   *
   * @return false when the caller waits in no queue any more
   */
  public boolean takeOut(Call call, String twiml) {
    Session session = sessions.get(call.sid());
    return session != null
        && session.running() instanceof QueueWait waiting
        && waiting.takenInto(twiml);
  }

  /** Runs a document on a leg that has none, with an end of its own. */
  void begin(Call call, Script script, Session.Ending ending) {
    Session session = new Session(platform, documents, verbs, call, ending);
    sessions.put(call.sid(), session);
    session.load(script, Map.of());
  }

  /** The leg's document is of no use any more; the leg lives. */
  void forget(Call call) {
    Session session = sessions.remove(call.sid());
    if (session != null) {
      session.close();
    }
  }

  private Session session(Call call) {
    return sessions.computeIfAbsent(
        call.sid(), sid -> new Session(platform, documents, verbs, call, Scripts::ranOut));
  }

  /** TWIML-17, TWIML-18; a caller whom a Dial left ringing has reached nobody. */
  private static void ranOut(Session session) {
    if (session.wasNeverConnected()) {
      session.endUnanswered(CallStatus.NO_ANSWER);
    } else {
      session.answer();
      session.hangUp();
    }
  }
}
