package dev.switchboard.web;

import dev.switchboard.conversation.Conversation;
import dev.switchboard.conversation.Event;
import dev.switchboard.conversation.Farewell;
import dev.switchboard.conversation.LegStatus;
import dev.switchboard.outbound.OutboundCalls;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers every request, at once and whatever happens. No request waits for the platform.
 *
 * <p>They are the platform's webhooks, and must carry a genuine signature. What the page asks for
 * is for whatever serves the page.
 */
public final class Endpoints {

  private static final System.Logger LOG = System.getLogger(Endpoints.class.getName());

  private final OutboundCalls outbound;
  private final SignatureCheck signatures;
  private final AgentDocuments documents;
  private final CallerWebhooks callers;
  private final String callerId;

  /**
   * Puts them together.
   *
   * @param acceptOnPage whether an agent's phone is rung only when they accept on their page
   * @param callerId our own number, which nobody may dial: it would be a circle (RACE-33)
   */
  public Endpoints(
      OutboundCalls outbound,
      SignatureCheck signatures,
      AgentDocuments documents,
      CallerDocuments callerDocuments,
      boolean acceptOnPage,
      String callerId) {
    this.outbound = outbound;
    this.signatures = signatures;
    this.documents = documents;
    this.callers = new CallerWebhooks(outbound, callerDocuments, acceptOnPage);
    this.callerId = callerId;
  }

  /** Answers the request; never throws. */
  public Answer handle(Incoming request) {
    String path = request.path();
    try {
      return switch (path) {
        case Paths.OUTGOING -> webhook(request, () -> outgoing(request));
        case Paths.DIAL_ENDED -> webhook(request, () -> dialEnded(request));
        case Paths.CALL_ENDED -> webhook(request, () -> callEnded(request));
        case Paths.CONFERENCE_EVENT -> webhook(request, () -> conferenceEvent(request));
        case Paths.CUSTOMER_STATUS -> webhook(request, () -> customerStatus(request));
        case Paths.ANSWERED_BY -> webhook(request, () -> answeredBy(request));
        case Paths.INCOMING -> webhook(request, () -> callers.incoming(request));
        case Paths.QUEUE_LEFT -> webhook(request, callers::fellOut);
        case Paths.ROOM_LEFT -> webhook(request, () -> callers.roomLeft(request));
        case Paths.ASSIGNMENT -> webhook(request, () -> callers.assignment(request));
        case Paths.ROUTING_EVENT -> webhook(request, () -> callers.event(request));
        default -> Answer.text(404, "Nothing is served at " + path);
      };
    } catch (RuntimeException bug) {
      LOG.log(Level.ERROR, () -> "A request to " + path + " broke off", bug);
      return path.startsWith("/voice/")
          ? Answer.twiml(documents.broken())
          : Answer.text(500, "An error has occurred; the log says more");
    }
  }

  private Answer webhook(Incoming request, Supplier<Answer> genuine) {
    return only(
        "POST",
        request,
        () ->
            signatures.isGenuine(request)
                ? genuine.get()
                : Answer.text(
                    403,
                    "X-Twilio-Signature is missing or wrong for "
                        + request.url()
                        + ": check the auth token and the public URL"));
  }

  private static Answer only(String method, Incoming request, Supplier<Answer> answer) {
    return method.equals(request.method())
        ? answer.get()
        : Answer.text(
            405, request.path() + " answers " + method + " only, not " + request.method());
  }

  /** Safe to be asked twice (RACE-55): the same call gets the same room, or is hung up. */
  private Answer outgoing(Incoming request) {
    Optional<String> agent = Webhook.callSid(request, "CallSid");
    Optional<String> number = Webhook.number(request).filter(to -> !to.equals(callerId));
    if (agent.isEmpty() || number.isEmpty()) {
      return Answer.twiml(documents.invalidNumber());
    }
    LegStatus status = Webhook.callStatus(request, LegStatus.RINGING);
    Conversation conversation =
        outbound.begin(
            agent.get(),
            new Event.AgentCalled(number.get(), Webhook.agentAddress(request), status));
    return Answer.twiml(
        conversation.wantsAgentInRoom()
            ? documents.intoRoom(agent.get())
            : documents.farewell(Farewell.NONE));
  }

  private Answer dialEnded(Incoming request) {
    LegStatus status = Webhook.callStatus(request, LegStatus.IN_PROGRESS);
    Farewell farewell =
        Webhook.callSid(request, "CallSid")
            .flatMap(agent -> outbound.tell(agent, new Event.AgentLeftDial(status)))
            .map(Conversation::farewell)
            .orElse(Farewell.OVER);
    return Answer.twiml(documents.farewell(farewell));
  }

  private Answer callEnded(Incoming request) {
    Webhook.legReported(request).ifPresent(event -> outbound.tell(request.param("CallSid"), event));
    return received();
  }

  private Answer conferenceEvent(Incoming request) {
    Webhook.conferenceEvent(request).ifPresent(event -> tellConversation(request, event));
    return received();
  }

  private Answer customerStatus(Incoming request) {
    Webhook.dialledLegReported(request).ifPresent(event -> tellConversation(request, event));
    return received();
  }

  private Answer answeredBy(Incoming request) {
    Webhook.machineAnswered(request).ifPresent(event -> tellConversation(request, event));
    return received();
  }

  private void tellConversation(Incoming request, Event event) {
    outbound.tell(request.param(Paths.CONVERSATION), event);
  }

  private Answer received() {
    return Answer.twiml(documents.nothing());
  }
}
