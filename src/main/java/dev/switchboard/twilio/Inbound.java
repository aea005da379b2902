package dev.switchboard.twilio;

import com.twilio.http.TwilioRestClient;
import dev.switchboard.outbound.Cards;
import dev.switchboard.outbound.Readiness;
import dev.switchboard.outbound.Routing;
import dev.switchboard.web.CallerDocuments;
import java.util.Locale;

/**
 * What inbound calls need of the platform.
 *
 * @param documents for the callers' legs
 * @param routing for queue, tasks and workers
 * @param readiness of the agents who are offered calls
 */
public record Inbound(CallerDocuments documents, Routing routing, Readiness readiness) {

  /** Shows softphones their conversations; null for a service of null. */
  public static Cards cards(TwilioRestClient client, String syncServiceSid) {
    return syncServiceSid == null ? null : new SyncCards(client, syncServiceSid);
  }

  /** With a plan of null nobody can call us. */
  public static Inbound by(
      TwilioRestClient client,
      Callbacks callbacks,
      Locale language,
      String callerId,
      RoutingPlan plan) {
    CallerTwiml documents = new CallerTwiml(callbacks, language, callerId, plan);
    return plan == null
        ? new Inbound(documents, Routing.NONE, Readiness.NOBODYS)
        : new Inbound(
            documents,
            new TwilioRouting(client, documents, plan),
            new TwilioReadiness(client, plan));
  }
}
