package dev.switchboard.twilio;

import dev.switchboard.web.Paths;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The addresses the platform is told to call back at.
 *
 * @param publicBaseUrl scheme, host and port as the platform sees them, without a slash at the end
 */
public record Callbacks(String publicBaseUrl) {

  /** Where a conversation's conference events go. */
  public String conferenceEvent(String conversation) {
    return about(Paths.CONFERENCE_EVENT, conversation);
  }

  /** Where the status of a conversation's customer leg goes. */
  public String customerStatus(String conversation) {
    return about(Paths.CUSTOMER_STATUS, conversation);
  }

  /** Where it is told whether a person or a machine answered a conversation's customer leg. */
  public String answeredBy(String conversation) {
    return about(Paths.ANSWERED_BY, conversation);
  }

  /** Where the status of somebody else's leg goes. */
  public String guestStatus(String conversation, String label) {
    return about(Paths.CUSTOMER_STATUS, conversation) + "&" + Paths.GUEST + "=" + label;
  }

  /** Where the agent's leg goes on when its Dial is over; never the way in (RACE-32). */
  public String dialEnded() {
    return publicBaseUrl + Paths.DIAL_ENDED;
  }

  /** Where an agent's leg that we rang ourselves asks what to do. */
  public String softphoneAnswered(String number) {
    return publicBaseUrl
        + Paths.OUTGOING
        + "?"
        + Paths.DIAL
        + "="
        + URLEncoder.encode(number, StandardCharsets.UTF_8);
  }

  /** Where it is told that an agent's leg is over. */
  public String callEnded() {
    return publicBaseUrl + Paths.CALL_ENDED;
  }

  /** Where a caller goes on who fell out of the queue. */
  public String queueLeft() {
    return publicBaseUrl + Paths.QUEUE_LEFT;
  }

  /** Where a caller goes on whose room has ended. */
  public String roomLeft() {
    return publicBaseUrl + Paths.ROOM_LEFT;
  }

  /** Where offers are told. */
  public String assignment() {
    return publicBaseUrl + Paths.ASSIGNMENT;
  }

  /** Where events of the routing are told. */
  public String routingEvent() {
    return publicBaseUrl + Paths.ROUTING_EVENT;
  }

  private String about(String path, String conversation) {
    return publicBaseUrl + path + "?" + Paths.CONVERSATION + "=" + conversation;
  }
}
