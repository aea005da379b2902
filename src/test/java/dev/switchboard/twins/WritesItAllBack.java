package dev.switchboard.twins;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.twilio.rest.taskrouter.v1.workspace.Task;
import dev.partyline.explore.Scenario;
import dev.partyline.routing.FrontDesk;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.time.Duration;

/**
 * Looks the caller up while the phones connect, and writes what it found into the attributes as
 * they were when it was offered the task, without their version: what TaskRouter has written
 * meanwhile is gone, the conference with it (ZOO-70).
 */
final class WritesItAllBack extends ByAttribute {

  static final Subject SUBJECT =
      new Twin(
          "writes-it-all-back",
          "writes the attributes of a task as it once read them, without looking at their version",
          "HEARING",
          Scenario.INBOUND,
          WritesItAllBack::new);

  private static final Duration LOOK_UP = Duration.ofSeconds(1);

  private WritesItAllBack(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void answered(Known one) {
    surroundings.sleep(LOOK_UP);
    ObjectNode attributes = (ObjectNode) tree(one.attributes);
    attributes.put("customer_since", "2019");
    Task.updater(FrontDesk.WORKSPACE, one.task).setAttributes(attributes.toString()).update(client);
  }

  @Override
  void wanted(Known one) {
    one.learn(attributes(one));
  }
}
