package dev.switchboard.twins;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Enqueue;
import com.twilio.twiml.voice.Task;
import dev.partyline.routing.FrontDesk;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Surroundings;
import java.util.Map;

/** A small contact centre that is called: callers wait in a queue and agents are offered them. */
abstract class QueueDesk extends TwinProgram {

  /** What most programs answer to an offer. */
  static final String CONFERENCE =
      "{\"instruction\": \"conference\", \"region\": \"jp1\","
          + " \"end_conference_on_exit\": \"true\","
          + " \"end_conference_on_customer_exit\": \"true\"}";

  static final ObjectMapper MAPPER = new ObjectMapper();

  QueueDesk(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public WebhookReply handle(WebhookRequest request) {
    String path = request.url().substring(surroundings.baseUrl().length());
    return switch (path) {
      case "/incoming" -> WebhookReply.twiml(voice(request.params()).toXml());
      case "/assignment" ->
          new WebhookReply(200, "application/json", offered(request.params()), null);
      case "/routing" -> {
        told(request.params());
        yield WebhookReply.empty();
      }
      default -> super.handle(request);
    };
  }

  @Override
  VoiceResponse voice(Map<String, String> params) {
    return new VoiceResponse.Builder()
        .enqueue(
            new Enqueue.Builder()
                .workflowSid(FrontDesk.WORKFLOW)
                .task(new Task.Builder("{}").build())
                .build())
        .build();
  }

  /** An agent is offered a caller; the answer is an instruction. */
  String offered(Map<String, String> params) {
    return CONFERENCE;
  }

  /** TaskRouter tells of one of the events that this program subscribes to. */
  void told(Map<String, String> params) {
    wrapping(params.get("TaskSid"));
  }

  /** The call about this task is over. */
  void wrapping(String task) {
    com.twilio.rest.taskrouter.v1.workspace.Task.updater(FrontDesk.WORKSPACE, task)
        .setAssignmentStatus(com.twilio.rest.taskrouter.v1.workspace.Task.Status.COMPLETED)
        .update(client);
  }

  /** One attribute of a worker or task. */
  static String attribute(String attributes, String name) {
    return tree(attributes).path(name).asText();
  }

  static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException(json, notJson);
    }
  }
}
