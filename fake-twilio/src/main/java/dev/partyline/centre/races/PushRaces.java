package dev.partyline.centre.races;

import static dev.partyline.centre.Centre.CONFERENCE;
import static dev.partyline.centre.Centre.ROOM;
import static dev.partyline.centre.Centre.event;
import static dev.partyline.centre.Fact.of;

import dev.partyline.centre.Centre;
import dev.partyline.centre.Race;
import dev.partyline.fault.Fault;
import dev.partyline.knob.Knob;
import dev.partyline.syncing.Opening;
import dev.partyline.syncing.Replica;
import dev.partyline.syncing.SyncPage;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.world.Account;
import java.time.Duration;
import java.util.List;

/** What the agent's page learns of its call through Sync, and when. */
final class PushRaces {

  private static final String PAGE = "alice.page";
  private static final String DOCUMENT = "/Documents/call";

  private PushRaces() {}

  static final List<Race> TABLE =
      List.of(
          Race.of(
              "sync-push-before-subscription",
              "RACE-185 SYNC-RT-01 SYNC-RT-02",
              "The ConferenceSid is written before two pages open: one only listens, the other has"
                  + " the SDK, which reads first.",
              "The page that only listens never shows the call.",
              centre ->
                  tellsThePage(centre)
                      .page(20_000, "listens", "alice", "call", Opening.LISTEN_ONLY)
                      .page(20_000, "reads", "sue", "call", Opening.SDK)
                      .at(40_000, Centre::callerHangsUp),
              of("the one shows nothing", c -> c.shows("listens") == null),
              of("the other shows the conference", c -> c.shows("reads").contains("CF"))),
          Race.of(
              "document-made-by-the-page-first",
              "RACE-186 SYNC-DOC-02",
              "The page opens the document of its call before the server has made it.",
              "The SDK makes an empty one, and the server's create is refused with 54301.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns(CONFERENCE)
                      .page(0, PAGE, "alice", "call", Opening.SDK)
                      .on(
                          ROOM,
                          (request, rest) -> {
                            rest.sync(
                                "/Documents",
                                "UniqueName",
                                "call",
                                "Data",
                                conference(request.params().get("ConferenceSid")));
                            return WebhookReply.empty();
                          })
                      .calls(0)
                      .at(40_000, Centre::callerHangsUp),
              of("the create is refused", c -> c.answered("409/54301", "/Documents")),
              of("the page shows no conference", c -> c.shows(PAGE).equals("{}"))),
          Race.of(
              "sync-push-reordered",
              "RACE-189 SYNC-RT-06 SYNC-RT-10",
              "After a second round the ConferenceSid is written again; the first push is overtaken"
                  + " (sync.push.reorder=2000).",
              "A page that does not compare numbers shows the older conference; the SDK's is right.",
              centre ->
                  centre
                      .knob(Knob.SYNC_PUSH_REORDER_MS, "2000")
                      .pin("careless.document-call.push", "1900")
                      .pin("careful.document-call.push", "1900")
                      .app(0, rest -> rest.sync("/Documents", "UniqueName", "call"))
                      .page(2_000, "careless", "alice", "call", Opening.READ_THEN_LISTEN)
                      .page(2_000, "careful", "sue", "call", Opening.SDK)
                      .app(
                          5_000,
                          rest -> {
                            rest.sync(DOCUMENT, "Data", conference("CF-first"));
                            rest.sync(DOCUMENT, "Data", conference("CF-second"));
                          }),
              of("the careless page is wrong", c -> c.shows("careless").contains("first")),
              of("the careful one is right", c -> c.shows("careful").contains("second"))),
          Race.of(
              "sync-push-lost",
              "RACE-190 SYNC-RT-07",
              "The push with the ConferenceSid is lost, and no other follows.",
              "The page never learns of its conference; reading again would tell it.",
              centre ->
                  tellsThePage(centre)
                      .at(0, c -> c.world().faults().add(Fault.losesPush(PAGE)))
                      .page(1_000, PAGE, "alice", "call", Opening.SDK)
                      .app(
                          39_000,
                          rest ->
                              centre.note("read", rest.syncRead(DOCUMENT).body().contains("CF")))
                      .at(40_000, Centre::callerHangsUp),
              of("the page shows nothing", c -> c.shows(PAGE).equals("{}")),
              of("the document has it", c -> Boolean.TRUE.equals(c.noted("read")))),
          Race.of(
              "sync-token-expired",
              "RACE-195 SYNC-RT-16",
              "The page's token expires before the call comes.",
              "No push comes and no error either: the page shows an idle agent.",
              centre ->
                  tellsThePage(centre)
                      .page(1_000, PAGE, "alice", "call", Opening.SDK)
                      .at(1_500, c -> page(c).token(400))
                      .at(40_000, Centre::callerHangsUp),
              of("the page shows nothing", c -> c.shows(PAGE).equals("{}")),
              of("and is connected", c -> page(c).state() == SyncPage.State.CONNECTED)),
          Race.of(
              "token-refreshed-for-voice-alone",
              "RACE-211 SYNC-RT-16",
              "The page hands its new token to the Voice SDK and forgets the Sync client.",
              "The phone rings and the call goes through; the page shows none and can end none.",
              centre ->
                  tellsThePage(centre)
                      .page(1_000, PAGE, "alice", "call", Opening.SDK)
                      .at(1_200, c -> page(c).token(500))
                      .at(30_000, c -> c.note("talks", c.legsTo("alice").get(0).isLive()))
                      .at(40_000, Centre::callerHangsUp),
              of("alice talks", c -> Boolean.TRUE.equals(c.noted("talks"))),
              of("her page shows nothing", c -> c.shows(PAGE).equals("{}"))),
          Race.of(
              "document-keyed-by-the-agent",
              "RACE-198 RACE-197",
              "The ConferenceSid is kept under the agent's name; the handler of a call's end is slow,"
                  + " and the agent has the next call when it clears the document.",
              "The page of an agent who is talking shows no call.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns(CONFERENCE)
                      .app(0, rest -> rest.sync("/Documents", "UniqueName", "call"))
                      .page(1_000, PAGE, "alice", "call", Opening.SDK)
                      .on(
                          ROOM,
                          (request, rest) -> {
                            String word = request.params().get("StatusCallbackEvent");
                            if (word.equals("conference-start")) {
                              rest.sync(
                                  DOCUMENT,
                                  "Data",
                                  conference(request.params().get("ConferenceSid")));
                            } else if (word.equals("conference-end")) {
                              rest.pause(15_000);
                              rest.sync(DOCUMENT, "Data", "{}");
                            }
                            return WebhookReply.empty();
                          })
                      .onEvent("task.wrapup", (form, rest) -> rest.complete(form.get("TaskSid")))
                      .calls(2_000)
                      .at(20_000, Centre::callerHangsUp)
                      .calls(21_000)
                      .at(50_000, c -> c.note("shown", c.shows(PAGE)))
                      .at(50_000, c -> c.note("live", c.conferences().get(1).isLive()))
                      .at(60_000, c -> c.world().hangUpFarEnd(c.callers().get(1))),
              of("the second call is live", c -> Boolean.TRUE.equals(c.noted("live"))),
              of("the page shows none", c -> "{}".equals(c.noted("shown")))),
          Race.of(
              "connection-moves-in-mid-call",
              "RACE-196 SYNC-RT-14 SYNC-RT-15",
              "The page's connection is moved as the ConferenceSid is written.",
              "The SDK subscribes from where it was and is told after all; meanwhile it is stale.",
              centre ->
                  tellsThePage(centre)
                      .page(1_000, PAGE, "alice", "call", Opening.SDK)
                      .when(event("reservation.created"), 0, c -> page(c).loseConnection())
                      .at(30_000, c -> c.note("stale", c.shows(PAGE)))
                      .at(30_000, c -> page(c).reconnect())
                      .at(40_000, Centre::callerHangsUp),
              of("stale while away", c -> c.noted("stale").equals("{}")),
              of("right afterwards", c -> c.shows(PAGE).contains("CF"))),
          Race.of(
              "page-asleep-while-offered",
              "RACE-121 TR-RES-09 SYNC-RT-14",
              "The page is told of offers and of its activity; the laptop sleeps for ten minutes as a"
                  + " caller comes, and the page is to accept.",
              "The offer runs out and the agent is Offline, who reads Available and waits for calls;"
                  + " the caller waits, too.",
              centre ->
                  centre
                      .lasts(700_000)
                      .setting(s -> s.offersStand(20))
                      .agent("alice")
                      .app(
                          0,
                          rest ->
                              rest.sync(
                                  "/Documents",
                                  "UniqueName",
                                  "call",
                                  "Data",
                                  activity("Available")))
                      .on(
                          Centre.ASSIGN,
                          (request, rest) -> {
                            rest.sync(
                                DOCUMENT,
                                "Data",
                                "{\"offer\":\"" + request.params().get("ReservationSid") + "\"}");
                            return Centre.json("{}");
                          })
                      .onEvent(
                          "worker.activity.update",
                          (form, rest) ->
                              rest.sync(DOCUMENT, "Data", activity(form.get("WorkerActivityName"))))
                      .page(500, PAGE, "alice", "call", Opening.SDK)
                      .at(1_500, c -> page(c).loseConnection())
                      .calls(2_000)
                      .at(599_000, c -> c.note("shown", c.shows(PAGE)))
                      .at(600_000, Centre::callerHangsUp),
              of("the offer ran out", c -> c.count("reservation.timeout") == 1),
              of("alice is offline", c -> c.worker("alice").activity().name().equals("Offline")),
              of("her page says available", c -> c.noted("shown").equals(activity("Available"))),
              of("no phone rang", c -> c.legsTo("alice").isEmpty())),
          Race.of(
              "sid-arrives-after-the-call",
              "RACE-197 SYNC-RT-11",
              "The push with the ConferenceSid takes 30 seconds; the caller hangs up before.",
              "The page shows a live call for a dead conference, and its hang-up changes nothing.",
              centre ->
                  tellsThePage(centre)
                      .at(
                          0,
                          c ->
                              c.world()
                                  .faults()
                                  .add(Fault.delaysPush(PAGE, Duration.ofSeconds(30), 1)))
                      .page(1_000, PAGE, "alice", "call", Opening.SDK)
                      .at(20_000, Centre::callerHangsUp)
                      .app(
                          60_000,
                          rest -> {
                            centre.note("shown", centre.shows(PAGE));
                            String sid = centre.conferences().get(0).sid();
                            rest.endConference(sid);
                          }),
              of("it is shown", c -> String.valueOf(c.noted("shown")).contains("CF")),
              of("the conference is over", c -> !c.conferences().get(0).isLive()),
              of("ending it is refused", c -> c.answered("404/20404", ".json"))),
          Race.of(
              "stale-call-list",
              "RACE-218 SYNC-RT-14",
              "A supervisor whose page is cut off clicks monitor on a call that is over.",
              "The conference has ended: the supervisor cannot be put into it.",
              centre ->
                  tellsThePage(centre)
                      .agent("sue")
                      .page(1_000, PAGE, "sue", "call", Opening.SDK)
                      .at(15_000, c -> page(c).loseConnection())
                      .at(20_000, Centre::callerHangsUp)
                      .app(
                          40_000,
                          rest ->
                              rest.send(
                                  "POST",
                                  "/Conferences/"
                                      + centre.conferences().get(0).sid()
                                      + "/Participants.json",
                                  "From",
                                  Account.NUMBER,
                                  "To",
                                  "client:sue",
                                  "Muted",
                                  "true")),
              of("the page still shows it", c -> c.shows(PAGE).contains("CF")),
              of("it is refused", c -> c.answered("404/20404", "/Participants.json"))));

  private static SyncPage page(Centre centre) {
    return ((Replica) centre.noted(PAGE)).page();
  }

  private static String activity(String name) {
    return "{\"activity\":\"" + name + "\"}";
  }

  static String conference(String sid) {
    return "{\"conference\":\"" + sid + "\"}";
  }

  /** One agent; the first callback that names the conference has it written for the page. */
  private static Centre tellsThePage(Centre centre) {
    return centre
        .agent("alice")
        .assigns(CONFERENCE)
        .app(0, rest -> rest.sync("/Documents", "UniqueName", "call"))
        .on(
            ROOM,
            (request, rest) -> {
              if (centre.noted("written") == null) {
                centre.note("written", true);
                rest.sync(DOCUMENT, "Data", conference(request.params().get("ConferenceSid")));
              }
              return WebhookReply.empty();
            })
        .calls(2_000);
  }
}
