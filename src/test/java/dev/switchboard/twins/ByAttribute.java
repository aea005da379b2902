package dev.switchboard.twins;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.conference.Participant;
import com.twilio.rest.taskrouter.v1.workspace.Task;
import dev.partyline.routing.FrontDesk;
import dev.partyline.world.Button;
import dev.partyline.world.Press;
import dev.partyline.world.Surroundings;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The agent's page holds and mutes in the conference that TaskRouter writes into the attributes of
 * the task; a press that comes before is kept until it is known. Each of these twins gets at the
 * attributes in another wrong way.
 */
abstract class ByAttribute extends QueueDesk {

  /** What is known of an agent's call; the conference is empty until known. */
  static final class Known {
    final String task;
    final String attributes;
    String conference = "";
    String worker = "";
    String customer = "";

    private Known(String task, String attributes) {
      this.task = task;
      this.attributes = attributes;
    }

    void learn(String text) {
      JsonNode written = tree(text).path("conference");
      conference = written.path("sid").asText();
      worker = written.path("participants").path("worker").asText();
      customer = written.path("participants").path("customer").asText();
    }
  }

  /** By the agent's address. */
  final Map<String, Known> known = new LinkedHashMap<>();

  ByAttribute(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String offered(Map<String, String> params) {
    known.put(
        attribute(params.get("WorkerAttributes"), "contact_uri"),
        new Known(params.get("TaskSid"), params.get("TaskAttributes")));
    return "{\"instruction\": \"conference\", \"region\": \"jp1\","
        + " \"end_conference_on_exit\": \"true\", \"end_conference_on_customer_exit\": \"true\","
        + " \"status_callback\": \""
        + surroundings.baseUrl()
        + "/calls\", \"status_callback_event\": \"answered\"}";
  }

  @Override
  void call(Map<String, String> params) {
    Known one = known.get(params.get("To"));
    if (one != null) {
      answered(one);
    }
  }

  /** The agent has picked up. */
  abstract void answered(Known one);

  /** The agent's page wants to know the conference. */
  void wanted(Known one) {}

  final String attributes(Known one) {
    return Task.fetcher(FrontDesk.WORKSPACE, one.task).fetch(client).getAttributes();
  }

  @Override
  public Set<Button> buttons() {
    return EnumSet.of(Button.HANG_UP, Button.HOLD, Button.RESUME, Button.MUTE);
  }

  @Override
  public Press.Reply press(Press press) {
    Known one = known.get("client:" + press.user());
    if (press.button() == Button.HANG_UP || one == null) {
      return super.press(press);
    }
    wanted(one);
    if (!one.conference.isEmpty()) {
      try {
        if (press.button() == Button.MUTE) {
          Participant.updater(one.conference, one.worker).setMuted(true).update(client);
        } else {
          Participant.updater(one.conference, one.customer)
              .setHold(press.button() == Button.HOLD)
              .update(client);
        }
      } catch (ApiException over) {
        return Press.Reply.refused("the call is over");
      }
    }
    return Press.Reply.ACCEPTED;
  }
}
