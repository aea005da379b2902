package dev.partyline.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One call as the page sees it; there is no more of it that a page could know (CLIENT-09). */
public final class ClientCall {

  /** Where it stands (CLIENT-07). */
  public enum State {
    /** Incoming and not yet taken, or not yet sent. */
    PENDING("pending"),
    /** Being taken or sent. */
    CONNECTING("connecting"),
    /** Outgoing, and known to the platform. */
    RINGING("ringing"),
    /** There is sound. */
    OPEN("open"),
    /** There is sound, and no signalling. */
    RECONNECTING("reconnecting"),
    /** Over, for this page. */
    CLOSED("closed");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** As the SDK writes it. */
    public String word() {
      return word;
    }
  }

  private final boolean incoming;
  private final String temporaryId;
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private final Map<String, String> customParameters;
  private State state = State.PENDING;
  private String sid;
  private boolean muted;

  ClientCall(boolean incoming, String temporaryId, Map<String, String> customParameters) {
    this.incoming = incoming;
    this.temporaryId = temporaryId;
    this.customParameters = new LinkedHashMap<>(customParameters);
  }

  /** Whether somebody calls this softphone. */
  public boolean incoming() {
    return incoming;
  }

  /**
   * What an outgoing call is called until its SID is known (CLIENT-08); null of an incoming one.
   */
  public String temporaryId() {
    return temporaryId;
  }

  /** SID of the softphone's own leg (CLIENT-10); null until a message has told it. */
  public String sid() {
    return sid;
  }

  /** Where it stands. */
  public State state() {
    return state;
  }

  /** Whether the page keeps the microphone off; the platform does not know (CLIENT-07). */
  public boolean muted() {
    return muted;
  }

  /** CallSid, AccountSid and, of an incoming call, From and To; empty until they are known. */
  public Map<String, String> parameters() {
    return Collections.unmodifiableMap(parameters);
  }

  /** What the caller handed over, or what this page did. */
  public Map<String, String> customParameters() {
    return Collections.unmodifiableMap(customParameters);
  }

  boolean is(State one) {
    return state == one;
  }

  boolean isUp() {
    return state != State.PENDING && state != State.CLOSED;
  }

  void become(State next) {
    state = next;
  }

  void mute(boolean off) {
    muted = off;
  }

  void known(String callSid, String accountSid) {
    sid = callSid;
    parameters.put("CallSid", callSid);
    parameters.put("AccountSid", accountSid);
  }

  void between(String from, String to) {
    parameters.put("From", from);
    parameters.put("To", to);
  }
}
