package dev.partyline.server.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.rest.RestResponse;

/**
 * Errors that the door itself answers, in the form that SDKs parse (contract 2.1). What is a fault
 * or a gap of the fake has the member {@code partyline}, a header X-Partyline and no code of the
 * platform.
 */
final class ErrorBody {

  /** Says that an answer is Partyline's and not the platform's, and why. */
  static final String OWN_HEADER = "X-Partyline";

  static final String GAP = "not modelled";
  static final String FAULT = "fault";

  private ErrorBody() {}

  /** A request that the platform, too, could not understand. */
  static RestResponse bad(int status, String message) {
    return own(status, message, null);
  }

  /** Something that the platform can do and the fake cannot. */
  static RestResponse gap(String message) {
    return own(501, message, GAP);
  }

  /** Something that went wrong in the fake. */
  static RestResponse fault(Throwable failure, String requestId) {
    return own(
        500,
        "Partyline has a fault of its own here; neither your request nor the platform is to blame: "
            + failure
            + ". Please report it to the Partyline project with the lines that its server printed"
            + " for "
            + requestId
            + ".",
        FAULT);
  }

  private static RestResponse own(int status, String message, String partyline) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("message", message);
    body.put("status", status);
    if (partyline != null) {
      body.put("partyline", partyline);
    }
    return new RestResponse(status, body.toString(), 0);
  }
}
