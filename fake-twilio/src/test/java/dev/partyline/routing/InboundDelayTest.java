package dev.partyline.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.partyline.behaviour.Pins;
import dev.partyline.client.DeviceOptions;
import dev.partyline.delay.Region;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.law.Delay;
import dev.partyline.law.Verdict.Standing;
import dev.partyline.phone.PhoneScript;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The article's finding: a caller and an agent in Japan, joined by TaskRouter in several ways. */
class InboundDelayTest {

  private static final String DEQUEUE = "{\"instruction\":\"dequeue\",\"from\":\"+81345678900\"}";
  private static final String CONFERENCE =
      "{\"instruction\":\"conference\",\"from\":\"+81345678900\"}";
  private static final String IN_TOKYO =
      "{\"instruction\":\"conference\",\"from\":\"+81345678900\",\"region\":\"jp1\"}";

  private static Floor floor(String instruction) {
    return new Floor()
        .worker("alice")
        .pin("alice.does", "answers")
        .assigns(instruction)
        .at(60_000, Floor::callerHangsUp);
  }

  private static List<String> heard(Floor floor) {
    return floor.stage().all(Happening.VoiceDelay.class).stream()
        .map(voice -> voice.region() + " " + voice.ms())
        .distinct()
        .toList();
  }

  private static Standing delay(Floor floor) {
    return new Delay().judge(floor.stage().journal()).standing();
  }

  @Test
  @Pins({"REGION-10", "REGION-12", "REGION-23", "REGION-25", "RACE-232"})
  void same_inbound_call_is_315_ms_late_by_dequeue_and_172_ms_by_a_conference_in_jp1() {
    Floor dequeued = floor(DEQUEUE).run();
    Floor inTokyo = floor(IN_TOKYO).run();

    assertEquals(List.of("us1 315"), heard(dequeued));
    assertEquals(List.of("jp1 172"), heard(inTokyo));
    assertEquals(Standing.VIOLATED, delay(dequeued));
    assertEquals(Standing.HELD, delay(inTokyo));
  }

  @Test
  @Pins({"REGION-11", "REGION-12"})
  void conference_without_a_region_is_no_better_where_the_platform_mixes_in_us1() {
    Floor floor = floor(CONFERENCE).knob(Knob.REGION_AUTO_RULE, "us1").run();

    assertEquals(List.of("us1 315"), heard(floor));
    assertEquals(Standing.VIOLATED, delay(floor));
  }

  @Test
  @Pins("REGION-10")
  void conference_without_a_region_is_mixed_near_the_caller_wherever_the_agent_is() {
    Floor floor =
        floor(CONFERENCE)
            .at(
                0,
                f ->
                    f.stage()
                        .world()
                        .devices()
                        .add(
                            "alice",
                            DeviceOptions.STANDARD
                                .near(Region.AU1)
                                .playing(PhoneScript.answers(Duration.ofSeconds(2))))
                        .register())
            .run();

    assertEquals(List.of("jp1 223"), heard(floor));
  }
}
