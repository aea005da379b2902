package dev.partyline.rest;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTableTest {

  private static final Resource CALLS = routes -> routes.get("/calls", exchange -> null);
  private static final Resource QUEUES = routes -> routes.get("/queues", exchange -> null);

  private final RouteTable.Shared shared = new RouteTable.Shared();

  @Test
  void resources_of_the_same_kinds_share_one_table() {
    assertSame(shared.of(List.of(CALLS, QUEUES)), shared.of(List.of(CALLS, QUEUES)));
  }

  @Test
  void resources_in_another_order_or_number_are_no_users_of_the_table() {
    shared.of(List.of(CALLS, QUEUES));

    for (List<Resource> others :
        List.of(List.of(QUEUES, CALLS), List.of(CALLS), List.of(CALLS, QUEUES, CALLS))) {
      IllegalStateException refused =
          assertThrows(IllegalStateException.class, () -> shared.of(others));
      assertTrue(refused.getMessage().contains("is not of the kind"), refused::getMessage);
    }
  }

  @Test
  void route_that_is_added_twice_is_said_to_be() {
    IllegalStateException twice =
        assertThrows(IllegalStateException.class, () -> new RouteTable(List.of(CALLS, CALLS)));
    assertTrue(twice.getMessage().contains("GET /calls is in the table twice"), twice::getMessage);
  }
}
