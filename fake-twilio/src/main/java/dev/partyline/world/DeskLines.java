package dev.partyline.world;

import dev.partyline.recording.RecordingOrder;
import dev.partyline.recording.RecordingSource;
import dev.partyline.rest.Backend.Outgoing;
import dev.partyline.rest.Backend.Script;
import dev.partyline.routing.Lines;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.Subscription;
import java.util.Map;

/** The world as TaskRouter's desk sees it. */
final class DeskLines extends WorldLines implements Lines {

  /** TR-RES-12: an answer at the boundary may still win. */
  private static final long TIMER_SLACK_MS = 1_000;

  DeskLines(World world) {
    super(world);
  }

  @Override
  public long timerSlackMs() {
    return world().times().toCallback().max() == 0 ? 0 : TIMER_SLACK_MS;
  }

  @Override
  public Call call(String sid) {
    return world().telephony().call(sid);
  }

  @Override
  public Map<String, String> parameters(Call call) {
    return world().callbacks().callParams(call, call.status().word());
  }

  @Override
  public Call dial(String account, Call about, Outgoing what, Script script) {
    String before = world().acting();
    world().actFor(account);
    world().placements().inConversationOf(about);
    try {
      return world().backend().dial(what, script);
    } finally {
      world().placements().inConversationOf(null);
      world().actFor(before);
    }
  }

  @Override
  public void recordWhenAnswered(Call call, int channels, Subscription news) {
    RecordingOrder order =
        new RecordingOrder(
            call.sid(), null, RecordingSource.OUTBOUND_API, channels, "both", "trim-silence");
    world().backend().recordWhenAnswered(order, news);
  }

  @Override
  public boolean mayShow(String account, String number) {
    return world().directory().mayShow(account, number);
  }

  @Override
  public void end(Call call) {
    if (call.isLive()) {
      world().backend().end(call, true);
    }
  }

  @Override
  public void redirect(Call call, Script script) {
    if (call.isLive()) {
      world().backend().redirect(call, script);
    }
  }

  @Override
  public boolean takeOut(Call caller, String twiml) {
    return world().scripts().takeOut(caller, twiml);
  }
}
