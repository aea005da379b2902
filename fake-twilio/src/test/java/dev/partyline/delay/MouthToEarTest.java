package dev.partyline.delay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import java.util.List;
import org.junit.jupiter.api.Test;

class MouthToEarTest {

  private static final Whereabouts AGENT = Whereabouts.client(Region.JP1);
  private static final Whereabouts CALLER = Whereabouts.telephone("+819012345678");

  @Test
  @Pins({"REGION-20", "REGION-22", "REGION-23"})
  void two_in_japan_hear_each_other_after_315_ms_by_virginia_and_after_172_by_tokyo() {
    assertEquals(315, MouthToEar.ms(AGENT, Region.US1, CALLER));
    assertEquals(172, MouthToEar.ms(AGENT, Region.JP1, CALLER));
  }

  @Test
  @Pins({"REGION-20", "REGION-21"})
  void one_way_is_half_the_round_trip_and_a_millisecond_at_home() {
    assertEquals(72.65, Distances.oneWayMs(Region.US1, Region.JP1), 1e-9);
    assertEquals(72.65, Distances.oneWayMs(Region.JP1, Region.US1), 1e-9);
    assertEquals(161.25, Distances.oneWayMs(Region.BR1, Region.AU1), 1e-9);
    assertEquals(1, Distances.oneWayMs(Region.DE1, Region.DE1), 1e-9);
  }

  @Test
  void delay_is_the_same_both_ways_for_everybody_everywhere() {
    for (Region mixer : Region.values()) {
      for (Region edge : Region.values()) {
        Whereabouts other = new Whereabouts(edge, Access.TELEPHONE);
        assertEquals(MouthToEar.ms(AGENT, mixer, other), MouthToEar.ms(other, mixer, AGENT));
      }
    }
  }

  @Test
  void nothing_is_shorter_than_the_best_region_of_two_people() {
    for (Region one : Region.values()) {
      for (Region other : Region.values()) {
        long least = MouthToEar.least(Whereabouts.client(one), Whereabouts.client(other));
        for (Region mixer : Region.values()) {
          assertTrue(
              least <= MouthToEar.ms(Whereabouts.client(one), mixer, Whereabouts.client(other)));
        }
      }
    }
    assertEquals(Region.JP1, MouthToEar.best(AGENT, CALLER));
  }

  @Test
  @Pins({"REGION-01", "REGION-02", "REGION-15"})
  void regions_have_codes_and_edges_and_an_edge_is_no_code() {
    assertEquals(List.of("us1", "us2", "ie1", "de1", "sg1", "br1", "au1", "jp1"), Region.codes());
    assertEquals(Region.JP1, Region.beside("tokyo"));
    assertEquals(Region.US1, Region.beside("ashburn-ix"));
    assertNull(Region.of("tokyo"));
    assertNull(Region.of("jp1-ix"));
    assertNull(Region.beside("roaming"));
  }

  @Test
  void telephone_comes_in_at_the_edge_of_its_country() {
    assertEquals(Region.JP1, Distances.nearest("+81345678900"));
    assertEquals(Region.US1, Distances.nearest("+12025550123"));
    assertEquals(Region.IE1, Distances.nearest("+35315550123"));
    assertEquals(Region.US1, Distances.nearest("+99912345"));
  }
}
