package dev.switchboard.twilio;

import com.twilio.http.TwilioRestClient;
import dev.switchboard.outbound.Cards;
import dev.switchboard.outbound.Routing;
import dev.switchboard.web.CallerDocuments;
import java.util.Locale;

/**
 * What inbound calls need of the platform.
 *
 * @param documents for the callers' legs
 * @param routing for queue, tasks and workers
 */
public record Inbound(CallerDocuments documents, Routing routing) {

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
    return new Inbound(
        documents, plan == null ? Routing.NONE : new TwilioRouting(client, documents, plan));
  }
}
