package dev.partyline.world;

import dev.partyline.journal.Happening;
import dev.partyline.sim.Span;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.Subscription;
import dev.partyline.webhook.Dispatch;
import java.util.LinkedHashMap;
import java.util.Map;

/** Messages from clients to the application: who subscribed them on which leg. */
final class UserMessages {

  private static final Span TO_CALLBACK = Span.of(20, 100, 1_500);

  private final World world;
  private final Map<String, Map<String, Subscription>> subscribers = new LinkedHashMap<>();
  private final Map<String, Integer> said = new LinkedHashMap<>();

  UserMessages(World world) {
    this.world = world;
  }

  void subscribe(Call call, String sid, Subscription subscriber) {
    subscribers.computeIfAbsent(call.sid(), leg -> new LinkedHashMap<>()).put(sid, subscriber);
  }

  /** Whether there was such a subscription. */
  boolean unsubscribe(Call call, String sid) {
    Map<String, Subscription> own = subscribers.get(call.sid());
    return own != null && own.remove(sid) != null;
  }

  /** The leg is over, and with it what was subscribed. */
  void ended(Call call) {
    subscribers.remove(call.sid());
    said.remove(call.sid());
  }

  String said(Call call, String content) {
    if (!call.isLive()) {
      throw new IllegalArgumentException("call " + call.sid() + " is over: nobody can say more");
    }
    String message = world.directory().nextSid("KX");
    int number = said.merge(call.sid(), 1, Integer::sum);
    world.note(new Happening.MessagePassed(call.sid(), message, "application", content));
    subscribers
        .getOrDefault(call.sid(), Map.of())
        .forEach((sid, subscriber) -> send(call, message, number, sid, subscriber, content));
    return message;
  }

  private void send(
      Call call, String message, int number, String sid, Subscription subscriber, String content) {
    Map<String, String> params = new LinkedHashMap<>();
    params.put("AccountSid", world.accountOf(call.sid()));
    params.put("CallSid", call.sid());
    params.put("Content", content);
    params.put("ContentType", "application/json");
    params.put("DateCreated", world.time(world.now()));
    params.put("SequenceNumber", Integer.toString(number));
    params.put("Sid", message);
    params.put("SubscriptionSid", sid);
    world
        .deliveries()
        .send(
            new Dispatch(
                call.origin().leg() + ".cb.user-defined-message",
                "call-status",
                call.sid(),
                null,
                "user-defined-message",
                subscriber.method(),
                subscriber.url(),
                params,
                TO_CALLBACK,
                true,
                delivered -> world.noteDelivery(call.sid(), delivered)));
  }
}
