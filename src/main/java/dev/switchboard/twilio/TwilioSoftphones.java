package dev.switchboard.twilio;

import com.twilio.exception.ApiConnectionException;
import com.twilio.exception.ApiException;
import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.type.Client;
import com.twilio.type.PhoneNumber;
import dev.switchboard.conversation.LegStatus;
import dev.switchboard.outbound.CallControl.LegState;
import dev.switchboard.outbound.CallControl.Reason;
import dev.switchboard.outbound.CallControl.Refused;
import dev.switchboard.outbound.Softphones;
import java.util.List;

/** Rings softphones by the REST API. */
public final class TwilioSoftphones implements Softphones {

  private static final int RING_SECONDS = 20;

  private final TwilioRestClient client;
  private final Callbacks callbacks;
  private final PhoneNumber callerId;

  /** {@code client} must not repeat requests; see {@link OnceOnlyHttpClient}. */
  public TwilioSoftphones(TwilioRestClient client, Callbacks callbacks, String callerId) {
    this.client = client;
    this.callbacks = callbacks;
    this.callerId = new PhoneNumber(callerId);
  }

  @Override
  public LegState ring(String softphone, String number) {
    try {
      Call call =
          Call.creator(
                  new Client("client:" + softphone),
                  callerId,
                  java.net.URI.create(callbacks.softphoneAnswered(number)))
              .setMethod(HttpMethod.POST)
              .setTimeout(RING_SECONDS)
              .setStatusCallback(callbacks.callEnded())
              .setStatusCallbackMethod(HttpMethod.POST)
              .setStatusCallbackEvent(List.of("completed"))
              .create(client);
      LegStatus status =
          LegStatus.named(call.getStatus() == null ? "" : call.getStatus().toString())
              .orElse(LegStatus.QUEUED);
      return new LegState(call.getSid(), status);
    } catch (ApiConnectionException lost) {
      throw new Refused(Reason.UNCLEAR, "ring " + softphone + ": " + lost.getMessage(), lost);
    } catch (ApiException refused) {
      Integer status = refused.getStatusCode();
      boolean certain = status != null && status >= 400 && status < 500;
      throw new Refused(
          certain ? Reason.NOT_ALLOWED : Reason.UNCLEAR,
          "ring " + softphone + ": " + refused.getMessage(),
          refused);
    }
  }
}
