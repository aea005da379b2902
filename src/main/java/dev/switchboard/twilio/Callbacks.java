package dev.switchboard.twilio;

import dev.switchboard.web.Paths;

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

  /** Where the agent's leg goes on when its Dial is over; never the way in (RACE-32). */
  public String dialEnded() {
    return publicBaseUrl + Paths.DIAL_ENDED;
  }

  private String about(String path, String conversation) {
    return publicBaseUrl + path + "?" + Paths.CONVERSATION + "=" + conversation;
  }
}
