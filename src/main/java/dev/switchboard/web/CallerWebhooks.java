package dev.switchboard.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchboard.conversation.Conversation;
import dev.switchboard.conversation.Event;
import dev.switchboard.conversation.LegStatus;
import dev.switchboard.outbound.OutboundCalls;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Answers what the platform asks about those who call us. The routing's word is never taken for
 * more than an offer: what is done about it is decided by the conversation, and the answer carries
 * no instruction (decision 0040).
 */
final class CallerWebhooks {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern CALL_SID = Pattern.compile("CA[0-9a-fA-F]{32}");
  private static final Pattern ADDRESS =
      Pattern.compile("client:[A-Za-z0-9_.@-]{1,121}|\\+[1-9][0-9]{5,14}");
  private static final String ANONYMOUS = "anonymous";

  private final OutboundCalls calls;
  private final CallerDocuments documents;
  private final boolean acceptOnPage;

  /** {@code acceptOnPage}: an agent's phone is rung only when they accept on their page. */
  CallerWebhooks(OutboundCalls calls, CallerDocuments documents, boolean acceptOnPage) {
    this.calls = calls;
    this.documents = documents;
    this.acceptOnPage = acceptOnPage;
  }

  /** Safe to be asked twice: the same call waits in the same queue. */
  Answer incoming(Incoming request) {
    Optional<String> caller = Webhook.callSid(request, "CallSid");
    if (caller.isEmpty()) {
      return Answer.twiml(documents.goodbye());
    }
    LegStatus status = Webhook.callStatus(request, LegStatus.RINGING);
    Conversation conversation =
        calls.begin(caller.get(), new Event.CallerArrived(numberOf(request), status));
    return Answer.twiml(
        conversation.ending() == null ? documents.intoQueue() : documents.goodbye());
  }

  /** Nobody is stranded: who falls out of the queue hears why the line ends. */
  Answer fellOut() {
    return Answer.twiml(documents.goodbye());
  }

  /**
   * The room has ended and the caller is still there. Who has met an agent is done; who has not is
   * put back into the queue.
   */
  Answer roomLeft(Incoming request) {
    boolean waits =
        Webhook.callSid(request, "CallSid")
            .flatMap(calls::find)
            .map(it -> it.isInbound() && !it.reception().met())
            .orElse(false);
    return Answer.twiml(waits ? documents.intoQueue() : documents.hangUp());
  }

  Answer assignment(Incoming request) {
    JsonNode task = json(request.param("TaskAttributes"));
    String worker = request.param("WorkerSid");
    String address = json(request.param("WorkerAttributes")).path("contact_uri").asText();
    String caller = callOf(request, task);
    if (caller.isEmpty()) {
      calls.refuseTask(request.param("TaskSid"));
    } else if (!worker.isEmpty() && ADDRESS.matcher(address).matches()) {
      calls.begin(
          caller,
          new Event.Offered(
              task.path("from").asText(ANONYMOUS),
              request.param("ReservationSid"),
              request.param("TaskSid"),
              worker,
              address,
              calls.isOnCall(address, caller),
              acceptOnPage));
    }
    return Answer.json(200, "{}");
  }

  /** Of all events two are subscribed to: what nobody else would tell. */
  Answer event(Incoming request) {
    String caller = callOf(request, json(request.param("TaskAttributes")));
    switch (request.param("EventType")) {
      case "reservation.timeout" ->
          calls.tell(
              caller,
              new Event.OfferRanOut(
                  request.param("ReservationSid"),
                  request.param("TaskSid"),
                  request.param("WorkerSid")));
      case "task.canceled" -> calls.tell(caller, new Event.TaskCanceled(request.param("TaskSid")));
      default -> {
        // of no concern
      }
    }
    return Answer.json(200, "{}");
  }

  /**
   * Whose task it is: as its attributes say, or, when another program has overwritten them, as they
   * said before; empty when it is nobody's.
   */
  private String callOf(Incoming request, JsonNode attributes) {
    String caller = attributes.path("call_sid").asText();
    return CALL_SID.matcher(caller).matches()
        ? caller
        : calls.callOfTask(request.param("TaskSid")).orElse("");
  }

  private static String numberOf(Incoming request) {
    String from = request.param("From");
    return from.isEmpty() ? ANONYMOUS : from;
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text.isEmpty() ? "{}" : text);
    } catch (JsonProcessingException notJson) {
      return MAPPER.createObjectNode();
    }
  }
}
