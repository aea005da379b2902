package dev.switchboard.outbound;

import dev.switchboard.conversation.Command;
import dev.switchboard.conversation.Event.Occupant;
import dev.switchboard.conversation.LegStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A platform on which every request works, unless it is told to refuse; keeps what was asked. */
public final class RecordingCallControl implements CallControl {

  /** The leg of every customer. */
  public static final String CUSTOMER = "CA" + "c".repeat(32);

  private final List<String> requests = new ArrayList<>();
  private RuntimeException refusal;

  /** What was asked, in order. */
  public List<String> requests() {
    return requests;
  }

  void refuse(Reason reason) {
    refusal = new Refused(reason, "refused by the test", null);
  }

  void breakOff() {
    refusal = new IllegalStateException("broken by the test");
  }

  void work() {
    refusal = null;
  }

  private void asked(String request) {
    requests.add(request);
    if (refusal != null) {
      throw refusal;
    }
  }

  @Override
  public LegState dialCustomer(String conversation, String conferenceSid, String number) {
    asked("dial " + conversation + " " + conferenceSid + " " + number);
    return new LegState(CUSTOMER, LegStatus.QUEUED);
  }

  @Override
  public LegState dialGuest(String conversation, Command.DialGuest guest) {
    asked("dial " + guest.label() + " " + guest.address() + " " + guest.sound());
    return new LegState("CA" + "d".repeat(32), LegStatus.QUEUED);
  }

  @Override
  public LegState ringAgent(String conversation, Command.RingAgent agent) {
    asked("ring " + agent.label() + " " + agent.address());
    return new LegState("CA" + "d".repeat(32), LegStatus.QUEUED);
  }

  @Override
  public void tune(Command.Tune change) {
    asked("tune " + change.callSid() + " " + change.sound());
  }

  @Override
  public LegStatus endLeg(String callSid) {
    asked("end " + callSid);
    return LegStatus.COMPLETED;
  }

  @Override
  public LegStatus lookAtLeg(String callSid) {
    asked("look at " + callSid);
    return LegStatus.IN_PROGRESS;
  }

  @Override
  public List<Occupant> lookIntoRoom(String conferenceSid) {
    asked("look into " + conferenceSid);
    return List.of(new Occupant(CUSTOMER, "customer", LegStatus.RINGING));
  }

  @Override
  public Optional<RoomState> findRoom(String name) {
    asked("find " + name);
    return Optional.empty();
  }

  @Override
  public void endRoom(String conferenceSid) {
    asked("end " + conferenceSid);
  }
}
