package dev.partyline.world;

import dev.partyline.delay.Distances;
import dev.partyline.delay.MouthToEar;
import dev.partyline.delay.Region;
import dev.partyline.delay.Whereabouts;
import dev.partyline.directory.IncomingNumber;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.knob.Knobs;
import dev.partyline.media.Mix;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import dev.partyline.telephony.Conference;
import dev.partyline.telephony.Participant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where each leg comes in, where each place is mixed, and how late people hear each other
 * (REGION-10). A Dial to one party is mixed nearest to the leg that dialled; whatever passes a
 * queue is mixed in us1, where queues are; a conference in its region.
 */
public final class Delays {

  /**
   * One voice in one ear, now.
   *
   * @param place conference SID, or SID of the call that dialled
   * @param speaker call SID
   * @param hearer call SID
   * @param ms from mouth to ear
   * @param leastMs what it would be in the region that is best for these two
   */
  public record Pair(
      String place, Region region, String speaker, String hearer, long ms, long leastMs) {}

  /** A conference that TaskRouter made is named after its task (TR-INSTR-36). */
  private static final Pattern TASK = Pattern.compile("WT[0-9a-f]{32}");

  private final World world;
  private final Map<String, Region> edges = new LinkedHashMap<>();

  Delays(World world) {
    this.world = world;
  }

  // ---- looking ----

  /** Who hears whose voice now, and how late. */
  public List<Pair> now() {
    List<Pair> pairs = new ArrayList<>();
    world.hearing().places().forEach((place, mix) -> collect(place, Mix.SILENCE, mix, pairs));
    return pairs;
  }

  /**
   * Where a leg comes in: beside the edge its softphone chose; a softphone that chose none beside
   * the account's first number, and a telephone in the country of its number.
   */
  public Whereabouts of(Call call) {
    boolean inbound = call.origin().direction().equals("inbound");
    String address = inbound ? call.origin().from() : call.origin().to();
    if (address.startsWith("client:")) {
      Region edge = edges.get(call.sid());
      return Whereabouts.client(edge == null ? home() : edge);
    }
    return Whereabouts.telephone(address);
  }

  /** Where a conference or the bridge of a leg is mixed, or would be if it began now. */
  public Region mixer(String place) {
    Conference room = world.telephony().conference(place);
    if (room != null) {
      Region settled = Region.of(room.region());
      return settled == null ? automatic(room) : settled;
    }
    Call dialler = world.telephony().call(place);
    Call other = dialler == null ? null : dialler.peer();
    boolean dialled = other != null && other.parent() == dialler;
    return dialled ? of(dialler).edge() : Region.US1;
  }

  /** One way from the control plane to where the application runs; 0 beside it (REGION-27). */
  static long toApplicationMs(Knobs knobs) {
    Region site = Region.of(knobs.get(Knob.REGION_APP_SITE));
    return site == Region.US1 ? 0 : Math.round(Distances.oneWayMs(Region.US1, site));
  }

  private Region home() {
    List<IncomingNumber> numbers = world.directory().numbers();
    return numbers.isEmpty() ? Region.US1 : Whereabouts.telephone(numbers.get(0).number()).edge();
  }

  // ---- what changes it ----

  /** The softphone of a leg comes in by this edge. */
  void comesBy(Call call, Region edge) {
    edges.put(call.sid(), edge);
  }

  void forget(String callSid) {
    edges.remove(callSid);
  }

  /** A conference came to be (REGION-14). */
  void made(Conference room) {
    if (world.knobs().is(Knob.REGION_BIND_AT, "create")) {
      settle(room);
    }
  }

  /** A conference started: from now on its region stands (REGION-13). */
  void started(Conference room) {
    settle(room);
  }

  private void settle(Conference room) {
    if (room.region() == null) {
      world.telephony().settleRegion(room, automatic(room).code());
    }
  }

  /** REGION-11: near the majority; of edges with equally many, that of the one who came first. */
  private Region automatic(Conference room) {
    List<Participant> people = room.participants();
    String rule = world.knobs().get(Knob.REGION_AUTO_RULE);
    if (rule.equals("us1") || people.isEmpty()) {
      return Region.US1;
    }
    Region best = of(people.get(0).call()).edge();
    if (TASK.matcher(room.name()).matches()) {
      for (Participant one : people) {
        if (one.call().origin().direction().equals("inbound")) {
          return of(one.call()).edge(); // TaskRouter looks at the caller, not at the agent
        }
      }
    }
    if (rule.equals("majority")) {
      Map<Region, Integer> count = new EnumMap<>(Region.class);
      people.forEach(one -> count.merge(of(one.call()).edge(), 1, Integer::sum));
      for (Participant one : people) {
        Region edge = of(one.call()).edge();
        best = count.get(edge) > count.get(best) ? edge : best;
      }
    }
    return best;
  }

  /** Who hears whom in a place changed: tells the delay of every pair that is new. */
  void changed(String place, Mix before, Mix now) {
    List<Pair> pairs = new ArrayList<>(2);
    collect(place, before, now, pairs);
    for (Pair pair : pairs) {
      world.note(
          new Happening.VoiceDelay(
              place,
              pair.region().code(),
              pair.speaker(),
              pair.hearer(),
              pair.ms(),
              pair.leastMs()));
    }
  }

  private void collect(String place, Mix before, Mix now, List<Pair> pairs) {
    for (String speaker : now.speakers()) {
      for (String hearer : now.listeners()) {
        boolean heard = before.speakers().contains(speaker) && before.listeners().contains(hearer);
        if (!speaker.equals(hearer) && !heard) {
          add(place, speaker, hearer, pairs);
        }
      }
    }
    now.whispers()
        .forEach(
            (coach, target) -> {
              if (!target.equals(before.whispers().get(coach))) {
                add(place, coach, target, pairs);
              }
            });
  }

  /** A leg that is heard ringing has no voice yet. */
  private void add(String place, String speaker, String hearer, List<Pair> pairs) {
    Call mouth = world.telephony().call(speaker);
    Call ear = world.telephony().call(hearer);
    if (mouth != null && ear != null && mouth.status() == CallStatus.IN_PROGRESS) {
      Region region = mixer(place);
      Whereabouts from = of(mouth);
      Whereabouts to = of(ear);
      pairs.add(
          new Pair(
              place,
              region,
              speaker,
              hearer,
              MouthToEar.ms(from, region, to),
              MouthToEar.least(from, to)));
    }
  }
}
