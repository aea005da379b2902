package dev.partyline.races;

import dev.partyline.fault.Fault;
import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.phone.PhoneScript;
import dev.partyline.rest.RestResponse;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A stage without delays of its own, so that a race is lost or won by the times that a test gives
 * alone. The agent's leg is {@code CA…01}; each further leg counts on. The customer answers after
 * two seconds and stays unless scripted.
 */
final class Scene {

  static final String AGENT = Stage.sid("CA", 1);
  static final String SECOND = Stage.sid("CA", 2);
  static final String THIRD = Stage.sid("CA", 3);
  static final String ROOM = Stage.sid("CF", 1);
  static final String NEXT_ROOM = Stage.sid("CF", 2);
  static final String EVENTS = Account.BASE_URL + "/events";
  static final String[] ALL_EVENTS = {
    "ConferenceStatusCallback", EVENTS, "ConferenceStatusCallbackEvent", "start end join leave"
  };

  final Stage stage = new Stage().instantly();
  private final Map<String, RestResponse> answers = new LinkedHashMap<>();
  private final Map<String, String> looks = new LinkedHashMap<>();

  Scene() {
    phone(Stage.CUSTOMER, answersAfter(2));
    phone(Stage.SUPERVISOR, answersAfter(2));
  }

  // ---- set-up ----

  /** What somebody does with their phone, at the first call, the second, …; the last goes on. */
  Scene phone(String address, PhoneScript... calls) {
    stage.platform(
        0, it -> it.world().phones().book().put(address, new ArrayList<>(List.of(calls))));
    return this;
  }

  Scene customer(PhoneScript... calls) {
    return phone(Stage.CUSTOMER, calls);
  }

  /** An agent, or somebody else, who answers after two seconds and stays. */
  Scene somebody(String name, String address) {
    stage.somebody(name, address);
    return phone(address, answersAfter(2));
  }

  static PhoneScript answersAfter(long seconds) {
    return PhoneScript.answers(Duration.ofSeconds(seconds));
  }

  /** The agent dials at 0 and joins N. */
  Scene agentJoins(String attributes) {
    stage.voice("<Dial><Conference " + attributes + ">N</Conference></Dial>").agentDials(0);
    return this;
  }

  Scene agentHangsUp(double second) {
    stage.agentHangsUp(ms(second));
    return this;
  }

  Scene knob(Knob knob, String value) {
    stage.knob(knob, value);
    return this;
  }

  Scene fault(Fault fault) {
    stage.platform(0, it -> it.world().faults().add(fault));
    return this;
  }

  /** The document at a path; the Response element is added. */
  Scene document(String path, String verbs) {
    stage.answer(path, request -> twiml(verbs));
    return this;
  }

  static WebhookReply twiml(String verbs) {
    return WebhookReply.twiml("<Response>" + verbs + "</Response>");
  }

  static String join(String attributes, String name) {
    return "<Dial><Conference " + attributes + ">" + name + "</Conference></Dial>";
  }

  /** The application does something. */
  Scene at(double second, Runnable body) {
    stage.application(ms(second), it -> body.run());
    return this;
  }

  /** Somebody calls the account's number, whose document is at {@code /voice}. */
  Scene calls(double second, String from) {
    stage.platform(ms(second), it -> it.world().arriveFrom(from, Account.NUMBER, null));
    return this;
  }

  /** The far end of a leg hangs up. */
  Scene hangsUp(double second, String call) {
    stage.platform(ms(second), it -> it.world().hangUpFarEnd(it.world().telephony().call(call)));
    return this;
  }

  Scene run() {
    stage.run();
    return this;
  }

  // ---- what the application does ----

  void sleep(double seconds) {
    stage.surroundings().sleep(Duration.ofMillis(ms(seconds)));
  }

  /** Keeps an answer by a word of the test's. */
  RestResponse keep(String word, RestResponse answer) {
    answers.put(word, answer);
    return answer;
  }

  RestResponse update(String room, String call, String... pairs) {
    return stage.rest("POST", "/Conferences/" + room + "/Participants/" + call + ".json", pairs);
  }

  RestResponse complete(String room) {
    return stage.rest("POST", "/Conferences/" + room + ".json", "Status", "completed");
  }

  RestResponse call(String sid, String... pairs) {
    return stage.rest("POST", "/Calls/" + sid + ".json", pairs);
  }

  RestResponse ask(String path, String... pairs) {
    return stage.rest("GET", path, pairs);
  }

  static String[] with(String[] some, String... more) {
    List<String> all = new ArrayList<>(List.of(some));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  /** Keeps who of the first four legs hears what now, as {@code 1: 2 3, 2: music}. */
  void look(String word) {
    List<String> all = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      List<String> hears = new ArrayList<>();
      String call = Stage.sid("CA", i);
      stage.world().hearing().heardBy(call).forEach(other -> hears.add("" + number(other)));
      String sound = stage.world().hearing().soundOf(call);
      if (!sound.isEmpty()) {
        hears.add(sound);
      }
      if (!hears.isEmpty()) {
        all.add(i + ": " + String.join(" ", hears));
      }
    }
    looks.put(word, String.join(", ", all));
  }

  // ---- what came of it ----

  /** Status and error code of a kept answer, as {@code 404/20404}; 0 when there is no code. */
  String answer(String word) {
    RestResponse answer = answers.get(word);
    return answer == null ? "none" : answer.status() + "/" + answer.code();
  }

  /** A field of a kept answer. */
  String field(String word, String name) {
    return Stage.json(answers.get(word)).path(name).asText("absent");
  }

  /** A field of each row of a kept list, joined by blanks. */
  String rows(String word, String list, String name) {
    List<String> found = new ArrayList<>();
    Stage.json(answers.get(word)).get(list).forEach(row -> found.add(row.get(name).asText()));
    return String.join(" ", found);
  }

  String looked(String word) {
    return looks.get(word);
  }

  /** Every conference: its name and why it ended, as {@code N last-participant-left}. */
  List<String> rooms() {
    Map<String, String> rooms = new LinkedHashMap<>();
    for (Entry entry : stage.journal()) {
      if (entry.what() instanceof Happening.ConferenceOpened opened) {
        rooms.put(opened.conference(), opened.name() + " lives");
      } else if (entry.what() instanceof Happening.ConferenceEnded ended) {
        rooms.put(ended.conference(), ended.name() + " " + ended.reason());
      }
    }
    return List.copyOf(rooms.values());
  }

  /** Numbers of the legs that are connected in a conference at a time, joined by blanks. */
  String inRoom(String room, double second) {
    Set<String> there = new LinkedHashSet<>();
    for (Entry entry : stage.journal()) {
      if (entry.at() > ms(second)) {
        break;
      }
      if (entry.what() instanceof Happening.ParticipantJoined joined
          && joined.conference().equals(room)) {
        there.add("" + number(joined.call()));
      } else if (entry.what() instanceof Happening.ParticipantLeft left
          && left.conference().equals(room)) {
        there.remove("" + number(left.call()));
      }
    }
    return String.join(" ", there);
  }

  /** The status of a leg at a time; empty while there is none. */
  String status(String call, double second) {
    String status = "";
    for (Entry entry : stage.journal()) {
      if (entry.at() <= ms(second)
          && entry.what() instanceof Happening.LegStatus leg
          && leg.call().equals(call)) {
        status = leg.status();
      }
    }
    return status;
  }

  /** The statuses a leg went through. */
  String statuses(String call) {
    return stage.statuses(call);
  }

  /** Names of the conference events that arrived at {@code /events}, joined by blanks. */
  String events() {
    return String.join(
        " ",
        stage.received("/events").stream()
            .map(request -> request.params().getOrDefault("StatusCallbackEvent", "call"))
            .toList());
  }

  /** How many legs were made. */
  int legs() {
    return stage.all(Happening.LegCreated.class).size();
  }

  static int number(String sid) {
    return Integer.parseInt(sid.substring(2), 16);
  }

  private static long ms(double seconds) {
    return Math.round(seconds * 1000);
  }
}
