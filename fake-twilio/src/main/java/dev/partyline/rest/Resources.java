package dev.partyline.rest;

import dev.partyline.directory.CallerId;
import dev.partyline.directory.IncomingNumber;
import dev.partyline.knob.Knob;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import dev.partyline.telephony.Conference;
import dev.partyline.telephony.Participant;
import java.util.List;

/** Writes calls, conferences and participants as JSON (CALL-03, CONF-51, PART-02). */
final class Resources {

  private static final List<String> CALL_SUBRESOURCES =
      List.of(
          "notifications",
          "recordings",
          "payments",
          "events",
          "siprec",
          "streams",
          "transcriptions",
          "user_defined_message_subscriptions",
          "user_defined_messages");

  static final List<String> CALL_SUBPATHS =
      List.of(
          "Notifications",
          "Recordings",
          "Payments",
          "Events",
          "Siprec",
          "Streams",
          "Transcriptions",
          "UserDefinedMessageSubscriptions",
          "UserDefinedMessages");

  private final Backend backend;

  Resources(Backend backend) {
    this.backend = backend;
  }

  /** The path of an account, host-relative. */
  static String base(String accountSid) {
    return "/2010-04-01/Accounts/" + accountSid;
  }

  void call(JsonText json, Call call, CallStatus status) {
    String from = Addresses.bare(call.origin().from());
    String to = Addresses.bare(call.origin().to());
    boolean over = status.isFinal();
    String account = backend.accountOf(call.sid());
    json.begin();
    json.text("sid", call.sid());
    json.text("date_created", backend.time(call.createdAt()));
    json.text("date_updated", backend.time(call.updatedAt()));
    json.text("parent_call_sid", call.parent() == null ? null : call.parent().sid());
    json.text("account_sid", account);
    json.text("to", to);
    json.text("to_formatted", Addresses.formatted(to));
    json.text("from", from);
    json.text("from_formatted", Addresses.formatted(from));
    json.text("phone_number_sid", numberSid(call, account));
    json.text("status", status.word());
    json.text("start_time", backend.time(call.startedAt()));
    json.text("end_time", over ? backend.time(call.endedAt()) : null);
    json.text(
        "duration",
        over && call.answeredAt() >= 0
            ? Long.toString((call.endedAt() - call.answeredAt()) / 1000)
            : null);
    json.text("price", over ? Price.of(backend, call) : null);
    json.text("price_unit", "USD");
    json.text("direction", call.origin().direction());
    json.text("answered_by", call.answeredBy());
    json.text("api_version", "2010-04-01");
    json.text("forwarded_from", null);
    json.text("group_sid", null);
    json.text("caller_name", null);
    json.text("queue_time", Long.toString(call.queuedMs()));
    json.text("trunk_sid", null);
    String uri = base(account) + "/Calls/" + call.sid();
    json.text("uri", uri + ".json");
    json.begin("subresource_uris");
    for (int i = 0; i < CALL_SUBRESOURCES.size(); i++) {
      json.text(CALL_SUBRESOURCES.get(i), uri + "/" + CALL_SUBPATHS.get(i) + ".json");
    }
    json.end();
    json.end();
  }

  void conference(JsonText json, Conference conference, Conference.Status status) {
    boolean over = status == Conference.Status.COMPLETED;
    String account = backend.accountOf(conference.sid());
    json.begin();
    json.text("sid", conference.sid());
    json.text("account_sid", account);
    json.text("date_created", backend.time(conference.createdAt()));
    json.text("date_updated", backend.time(conference.updatedAt()));
    json.text("api_version", "2010-04-01");
    json.text("friendly_name", conference.name());
    json.text(
        "region",
        conference.region() == null ? backend.knobs().get(Knob.REST_REGION) : conference.region());
    json.text("status", status.word());
    String uri = base(account) + "/Conferences/" + conference.sid();
    json.text("uri", uri + ".json");
    json.begin("subresource_uris");
    json.text("participants", uri + "/Participants.json");
    json.text("recordings", uri + "/Recordings.json");
    json.end();
    json.text("reason_conference_ended", over ? conference.reasonEnded() : null);
    json.text("call_sid_ending_conference", over ? conference.callEnding() : null);
    json.end();
  }

  void participant(JsonText json, Participant participant, String queueTime, boolean endOnExit) {
    String account = backend.accountOf(participant.call().sid());
    json.begin();
    json.text("account_sid", account);
    json.text("call_sid", participant.call().sid());
    json.text("label", participant.label());
    json.text("conference_sid", participant.conference().sid());
    json.text("call_sid_to_coach", participant.coaches());
    json.flag("coaching", participant.coaching());
    json.flag("muted", participant.muted());
    json.flag("hold", participant.hold());
    json.flag("start_conference_on_enter", participant.settings().startOnEnter());
    json.flag("end_conference_on_exit", endOnExit);
    json.text("status", queueTime != null ? "queued" : participant.status());
    json.text("queue_time", queueTime);
    json.text("date_created", backend.time(participant.createdAt()));
    json.text("date_updated", backend.time(participant.updatedAt()));
    json.text(
        "uri",
        base(account)
            + "/Conferences/"
            + participant.conference().sid()
            + "/Participants/"
            + participant.call().sid()
            + ".json");
    json.end();
  }

  /** The own number that was called, or the own or confirmed one that is shown as caller. */
  private String numberSid(Call call, String account) {
    boolean inbound = call.origin().direction().equals("inbound");
    String number = inbound ? call.origin().to() : call.origin().from();
    for (IncomingNumber own : backend.directory().numbers(account)) {
      if (own.number().equals(number)) {
        return own.sid();
      }
    }
    for (CallerId confirmed : backend.directory().callerIds(account)) {
      if (!inbound && confirmed.number().equals(number)) {
        return confirmed.sid();
      }
    }
    return null;
  }
}
