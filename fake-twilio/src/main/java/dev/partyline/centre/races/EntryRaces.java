package dev.partyline.centre.races;

import static dev.partyline.centre.Centre.CONFERENCE;
import static dev.partyline.centre.Centre.ROOM;
import static dev.partyline.centre.Fact.of;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.partyline.centre.Centre;
import dev.partyline.centre.Race;
import dev.partyline.centre.Rest;
import dev.partyline.knob.Knob;
import dev.partyline.webhook.WebhookReply;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Entries of live calls in Sync, written by several handlers at once. */
final class EntryRaces {

  private static final String MAP = "/Maps/calls";
  private static final String ITEMS = MAP + "/Items";
  private static final String LIVE = "{\"state\":\"live\"}";
  private static final String OVER = "{\"state\":\"over\"}";

  private EntryRaces() {}

  static final List<Race> TABLE =
      List.of(
          Race.of(
              "map-made-on-any-error",
              "RACE-187 SYNC-MAP-02",
              "Each join adds the call to a map; whenever that is refused, the handler makes the map"
                  + " and adds once more.",
              "The second join is refused with 54208; making the map hides that, and the entry"
                  + " keeps what the first join wrote.",
              centre ->
                  onRoom(
                          centre,
                          (form, rest) -> {
                            if (form.get("StatusCallbackEvent").equals("participant-join")) {
                              String data = "{\"last\":\"" + form.get("CallSid") + "\"}";
                              if (add(rest, "call", data) >= 400) {
                                rest.sync("/Maps", "UniqueName", "calls");
                                add(rest, "call", data);
                              }
                            }
                          })
                      .app(30_000, rest -> note(centre, rest, "call"))
                      .at(40_000, Centre::callerHangsUp),
              of("the map was missing at first", c -> c.answered("404/20404", ITEMS)),
              of("the second add meets the first", c -> c.answered("409/54208", ITEMS)),
              of("making the map is refused", c -> c.answered("409/54301", "/Maps")),
              of(
                  "the entry is the first join's",
                  c -> !String.valueOf(c.noted("entry")).contains(c.caller().sid()))),
          Race.of(
              "two-supervisors-one-array",
              "RACE-188 SYNC-DOC-03",
              "Two supervisors enter at once; each reads the array in one document, adds a name and"
                  + " writes it back.",
              "One of the two is not in the list.",
              centre ->
                  centre
                      .app(
                          0,
                          rest ->
                              rest.sync("/Documents", "UniqueName", "watching", "Data", names()))
                      .app(5_000, rest -> enters(rest, "sue"))
                      .app(5_050, rest -> enters(rest, "tom"))
                      .app(
                          20_000,
                          rest -> centre.note("list", rest.syncRead("/Documents/watching").body())),
              of("tom is in the list", c -> String.valueOf(c.noted("list")).contains("tom")),
              of("sue is not", c -> !String.valueOf(c.noted("list")).contains("sue"))),
          Race.of(
              "late-write-resurrects",
              "RACE-191 RACE-24",
              "The handler of the conference's start is slow and writes after the handler of its end"
                  + " has written.",
              "A ghost call stays in the list.",
              centre ->
                  onRoom(
                          centre,
                          (form, rest) -> {
                            if (form.get("StatusCallbackEvent").equals("conference-start")) {
                              rest.pause(8_000);
                              put(rest, "call", LIVE);
                            } else if (form.get("StatusCallbackEvent").equals("conference-end")) {
                              put(rest, "call", OVER);
                            }
                          })
                      .app(0, rest -> rest.sync("/Maps", "UniqueName", "calls"))
                      .when(Centre.step("caller-in"), 2_000, Centre::callerHangsUp)
                      .app(60_000, rest -> note(centre, rest, "call")),
              of("the conference is over", c -> !c.conferences().get(0).isLive()),
              of("the list says live", c -> String.valueOf(c.noted("entry")).contains("live"))),
          Race.of(
              "delete-and-update-cross",
              "RACE-192 SYNC-MAP-02",
              "The call ends and its entry is deleted while another handler updates it; on 404 that"
                  + " one makes the entry anew.",
              "The entry of a call that is over is there again, for good.",
              centre ->
                  onRoom(
                          centre,
                          (form, rest) -> {
                            if (form.get("StatusCallbackEvent").equals("conference-end")) {
                              rest.send("DELETE", "/v1/Services/default" + ITEMS + "/call");
                            } else if (form.get("StatusCallbackEvent")
                                .equals("participant-leave")) {
                              rest.pause(3_000);
                              if (rest.sync(ITEMS + "/call", "Data", LIVE).status() == 404) {
                                add(rest, "call", LIVE);
                              }
                            }
                          })
                      .app(
                          0,
                          rest -> {
                            rest.sync("/Maps", "UniqueName", "calls");
                            add(rest, "call", LIVE);
                          })
                      .at(20_000, Centre::callerHangsUp)
                      .app(60_000, rest -> note(centre, rest, "call")),
              of("the update met nothing", c -> c.answered("404/20404", "/Items/call")),
              of(
                  "the entry is there again",
                  c -> String.valueOf(c.noted("entry")).contains("live"))),
          Race.of(
              "one-map-for-all-calls",
              "RACE-193 SYNC-SVC-16",
              "Every event of every call is written to one map; forty calls are set up within ten"
                  + " seconds of this one's end (sync.limits=docs).",
              "The map takes 20 writes a second: this call's end is refused with 54009 and it stays"
                  + " in the list.",
              centre -> {
                onRoom(
                        centre.knob(Knob.SYNC_LIMITS, "docs"),
                        (form, rest) -> {
                          String event = form.get("StatusCallbackEvent");
                          if (event.equals("conference-start")) {
                            put(rest, "call", LIVE);
                          } else if (event.equals("conference-end")) {
                            put(rest, "call", OVER);
                          }
                        })
                    .app(0, rest -> rest.sync("/Maps", "UniqueName", "calls"))
                    .at(30_000, Centre::callerHangsUp)
                    .app(60_000, rest -> note(centre, rest, "call"));
                for (int i = 0; i < 40; i++) {
                  String key = "other-" + i;
                  centre.app(
                      27_000,
                      rest -> {
                        add(rest, key, "{\"event\":0}");
                        for (int event = 1; event < 8; event++) {
                          rest.sync(ITEMS + "/" + key, "Data", "{\"event\":" + event + "}");
                        }
                      });
                }
              },
              of("the end is refused", c -> c.answered("429/54009", "/Items/call")),
              of("the conference is over", c -> !c.conferences().get(0).isLive()),
              of("the list says live", c -> String.valueOf(c.noted("entry")).contains("live"))),
          Race.of(
              "entry-expires-in-mid-call",
              "RACE-194 SYNC-SVC-13",
              "The entry of a call lives for 30 seconds, and is updated ten seconds before.",
              "Updates do not prolong it: in mid-call it is gone, and hang-up has no ConferenceSid.",
              centre ->
                  onRoom(centre, (form, rest) -> {})
                      .app(
                          5_000,
                          rest -> {
                            rest.sync("/Maps", "UniqueName", "calls");
                            rest.sync(ITEMS, "Key", "call", "Data", LIVE, "Ttl", "30");
                          })
                      .app(25_000, rest -> put(rest, "call", LIVE))
                      .app(
                          60_000,
                          rest -> {
                            centre.note("talking", centre.caller().isLive());
                            note(centre, rest, "call");
                          })
                      .at(70_000, Centre::callerHangsUp),
              of(
                  "the update was taken",
                  c -> c.answered("200", "POST /v1/Services/default" + ITEMS + "/call")),
              of("they are talking", c -> Boolean.TRUE.equals(c.noted("talking"))),
              of(
                  "the entry is gone",
                  c -> c.answered("404/20404", "GET /v1/Services/default" + ITEMS + "/call"))));

  /** One agent, and what is done with the callbacks of the conference. */
  private static Centre onRoom(Centre centre, BiConsumer<Map<String, String>, Rest> handler) {
    return centre
        .agent("alice")
        .assigns(CONFERENCE)
        .on(
            ROOM,
            (request, rest) -> {
              handler.accept(request.params(), rest);
              return WebhookReply.empty();
            })
        .calls(1_000);
  }

  private static int add(Rest rest, String key, String data) {
    return rest.sync(ITEMS, "Key", key, "Data", data).status();
  }

  private static void put(Rest rest, String key, String data) {
    if (rest.sync(ITEMS + "/" + key, "Data", data).status() == 404) {
      add(rest, key, data);
    }
  }

  private static void note(Centre centre, Rest rest, String key) {
    centre.note("entry", rest.syncRead(ITEMS + "/" + key).body());
  }

  private static String names() {
    return "{\"names\":[]}";
  }

  private static void enters(Rest rest, String name) {
    var data = Rest.json(rest.syncRead("/Documents/watching")).path("data");
    ((ArrayNode) data.path("names")).add(name);
    rest.pause(400);
    rest.sync("/Documents/watching", "Data", data.toString());
  }
}
