package dev.partyline.law;

import dev.partyline.journal.Happening;
import dev.partyline.journal.Happening.ConferenceEnded;
import dev.partyline.journal.Happening.ConferenceOpened;
import dev.partyline.journal.Happening.ConversationBegan;
import dev.partyline.journal.Happening.LegCreated;
import dev.partyline.journal.Happening.LegStatus;
import dev.partyline.journal.Happening.ParticipantAdded;
import dev.partyline.journal.Happening.ParticipantJoined;
import dev.partyline.journal.Happening.ParticipantLeft;
import dev.partyline.journal.Happening.PhoneActed;
import dev.partyline.journal.Happening.RestHandled;
import dev.partyline.journal.Happening.RestSent;
import dev.partyline.journal.Happening.RunFinished;
import dev.partyline.journal.Happening.WebhookAnswered;
import dev.partyline.journal.Happening.WebhookQueued;
import dev.partyline.journal.Happening.WebhookSent;
import dev.partyline.journal.Journal;
import dev.partyline.journal.PhoneAction;
import java.util.Map;

/**
 * A journal written by hand, in the words of the field.
 *
 * <p>Call legs and conferences are named by small numbers: leg 1 has the SID {@code CA…01}. The one
 * conversation is {@code c1}, of {@code agent-1} with {@code customer-1}.
 */
final class HandMadeRun {

  static final String AGENT = "agent-1";
  static final String CUSTOMER = "customer-1";

  private final Journal journal = new Journal();
  private long now;

  private HandMadeRun() {}

  /** A run in which c1 begins at 0. */
  static HandMadeRun ofOneConversation() {
    HandMadeRun run = new HandMadeRun();
    run.add(new Happening.RunBegan(1, "app", "story", "7", "2026-01-01T00:00:00Z", Map.of()));
    return run.add(new ConversationBegan("c1", AGENT, CUSTOMER));
  }

  /** A run in which somebody calls us at 0, in c1. */
  static HandMadeRun ofACaller() {
    HandMadeRun run = new HandMadeRun();
    run.add(new Happening.RunBegan(1, "app", "story", "7", "2026-01-01T00:00:00Z", Map.of()));
    return run.add(new ConversationBegan("c1", "", CUSTOMER))
        .leg(1, CUSTOMER, "inbound", null)
        .inProgress(1);
  }

  /** The agent is connected to conference 1 as leg 1, the customer as leg 2, since 1 s. */
  static HandMadeRun ofTwoTalking() {
    return ofOneConversation()
        .agentDials()
        .at(100)
        .agentLeg(1)
        .inProgress(1)
        .at(200)
        .customerLeg(2)
        .opened(1, "call-1", 2)
        .added(1, 2)
        .at(900)
        .joined(1, 1)
        .at(1000)
        .inProgress(2)
        .joined(1, 2);
  }

  static String call(int number) {
    return String.format("CA%032x", number);
  }

  static String room(int number) {
    return String.format("CF%032x", number);
  }

  HandMadeRun at(long ms) {
    now = ms;
    return this;
  }

  HandMadeRun add(Happening what) {
    journal.add(now, what);
    return this;
  }

  HandMadeRun agentDials() {
    return acts(AGENT, PhoneAction.DIALS);
  }

  HandMadeRun acts(String party, String action) {
    return add(new PhoneActed(party, "c1", null, action));
  }

  HandMadeRun agentLeg(int leg) {
    return leg(leg, AGENT, "inbound", null).status(leg, "ringing", "far-end");
  }

  HandMadeRun customerLeg(int leg) {
    return customerLeg(leg, "r" + leg);
  }

  HandMadeRun customerLeg(int leg, String request) {
    return leg(leg, CUSTOMER, "outbound-api", request).status(leg, "queued", "rest");
  }

  HandMadeRun leg(int leg, String party, String direction, String request) {
    return add(
        new LegCreated(call(leg), "leg-" + leg, "c1", party, direction, "+1", "+2", request));
  }

  HandMadeRun inProgress(int leg) {
    return status(leg, "in-progress", "far-end");
  }

  HandMadeRun status(int leg, String status, String by) {
    return add(new LegStatus(call(leg), status, 0, by));
  }

  HandMadeRun opened(int room, String name, int leg) {
    return add(new ConferenceOpened(room(room), name, call(leg), ""));
  }

  HandMadeRun added(int room, int leg) {
    return add(new ParticipantAdded(room(room), call(leg), null, true, false));
  }

  HandMadeRun joined(int room, int leg) {
    return add(new ParticipantJoined(room(room), call(leg), null, true, false));
  }

  HandMadeRun left(int room, int leg) {
    return add(new ParticipantLeft(room(room), call(leg), "participant_hung_up", "completed"));
  }

  HandMadeRun endedBy(int room, int leg) {
    return add(new ConferenceEnded(room(room), "call-1", "last-participant-left", call(leg)));
  }

  HandMadeRun endedByApi(int room) {
    return add(new ConferenceEnded(room(room), "call-1", "conference-ended-via-api", null));
  }

  HandMadeRun sentRest(String request, String path) {
    return add(new RestSent(request, "f1", "POST", path, Map.of()));
  }

  HandMadeRun handledRest(String request, String fault) {
    return add(new RestHandled(request, 201, 0, fault));
  }

  HandMadeRun webhook(String webhook, String kind, int leg, String event) {
    return add(new WebhookQueued(webhook, kind, call(leg), null, event, "http://app/" + kind))
        .sent(webhook, 1);
  }

  HandMadeRun sent(String webhook, int attempt) {
    return add(new WebhookSent(webhook, attempt, "POST", "http://app/", Map.of()));
  }

  HandMadeRun answered(String webhook, int attempt, int status) {
    return add(new WebhookAnswered(webhook, attempt, status, "text/xml", "<Response/>", 1));
  }

  HandMadeRun believed(int leg, String status) {
    return add(new Happening.AppBelieved(call(leg), status));
  }

  /** The end: nothing is left to happen. */
  Journal quiet() {
    return add(new RunFinished("quiet", "", 1)).journal;
  }

  /** The end: time ran out. */
  Journal horizon() {
    return add(new RunFinished("horizon", "", 1)).journal;
  }

  /** The journal so far, without an end. */
  Journal unfinished() {
    return journal;
  }
}
