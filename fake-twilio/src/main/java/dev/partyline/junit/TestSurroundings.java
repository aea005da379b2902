package dev.partyline.junit;

import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.world.ForwardingSurroundings;
import dev.partyline.world.Surroundings;
import java.time.Duration;

/** Surroundings that say what is wrong when a test uses them outside simulated time. */
final class TestSurroundings extends ForwardingSurroundings {

  TestSurroundings(Surroundings inner) {
    super(inner);
  }

  @Override
  public RestResponse call(RestRequest request) {
    SimulatedPartyline.requireTime(request.method() + " " + request.path());
    return super.call(request);
  }

  @Override
  public void sleep(Duration time) {
    SimulatedPartyline.requireTime("sleeping " + time);
    super.sleep(time);
  }
}
