package dev.partyline.world;

import dev.partyline.directory.IncomingNumber;
import dev.partyline.directory.TwimlApp;
import dev.partyline.directory.Voice;
import dev.partyline.journal.Happening;
import dev.partyline.rest.Backend.Script;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import dev.partyline.telephony.Effect;
import dev.partyline.telephony.Subscription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Legs that phones make: they come to the platform and run what is set up for them. */
final class Arrivals {

  private final World world;
  private final Map<String, String> applicationByCall = new LinkedHashMap<>();

  Arrivals(World world) {
    this.world = world;
  }

  /** The leg of a softphone arrives at the platform. */
  Call softphone(Party agent, String to) {
    TwimlApp app = world.directory().application(Account.APPLICATION);
    return arrive(agent.address(), to, agent, app.accountSid(), app.voice(), Account.APPLICATION);
  }

  /**
   * Somebody calls an incoming number of the directory: a leg arrives and runs what the number's
   * entry says (TWIML-03). Without a voice URL it fails at once (CALL-54); when the account is not
   * active it fails and 10003 is logged (ERR-02).
   *
   * @param from the caller's number in E.164
   * @param to the number that is dialled, in E.164
   * @param caller whose phone it is; null when it belongs to nobody in the story
   * @throws IllegalArgumentException when the directory has no such number
   */
  Call from(String from, String to, Party caller) {
    IncomingNumber number = world.directory().dialled(to);
    if (number == null) {
      throw new IllegalArgumentException(
          "nobody owns "
              + to
              + "; there are "
              + world.directory().numbers().stream().map(IncomingNumber::number).toList());
    }
    return arrive(
        from,
        to,
        caller,
        number.accountSid(),
        world.directory().voice(number),
        world.directory().application(number.applicationSid()) == null
            ? null
            : number.applicationSid());
  }

  /**
   * A softphone connects to a TwiML application (CLIENT-24).
   *
   * @param identity of the client, without {@code client:}
   * @param parameters what the page hands over; {@code To} among them is what the leg shows as
   *     dialled
   * @throws IllegalArgumentException when the directory has no such application
   */
  Call connect(String identity, String applicationSid, Map<String, String> parameters) {
    TwimlApp app = world.directory().application(applicationSid);
    if (app == null) {
      throw new IllegalArgumentException(
          "there is no TwiML application "
              + applicationSid
              + "; there are "
              + world.directory().applications(Account.SID).stream().map(TwimlApp::sid).toList());
    }
    Call.Origin origin =
        inbound(
            identity,
            null,
            identity,
            "client:" + identity,
            parameters.getOrDefault("To", ""),
            app.voice());
    Map<String, String> handedOver = new LinkedHashMap<>(parameters);
    handedOver.remove("To");
    return arrive(origin, app.accountSid(), app.voice(), app.sid(), handedOver);
  }

  private Call arrive(
      String from, String to, Party caller, String account, Voice voice, String applicationSid) {
    Call.Origin origin =
        inbound(
            caller == null ? "stranger" : caller.name(),
            caller == null ? null : caller.conversation(),
            caller == null ? null : caller.name(),
            from,
            to,
            voice);
    return arrive(origin, account, voice, applicationSid, Map.of());
  }

  private Call.Origin inbound(
      String alias, String conversation, String party, String from, String to, Voice voice) {
    return new Call.Origin(
        world.leg(alias),
        conversation,
        party,
        "inbound",
        from,
        to,
        whenOver(voice),
        60,
        World.LONGEST_CALL_SECONDS);
  }

  private Call arrive(
      Call.Origin origin,
      String account,
      Voice voice,
      String applicationSid,
      Map<String, String> parameters) {
    String before = world.acting();
    world.actFor(account);
    List<Effect> effects = new ArrayList<>();
    Call call = world.telephony().arrive(origin, world.now(), effects);
    if (applicationSid != null) {
      applicationByCall.put(call.sid(), applicationSid);
    }
    world.apply(effects);
    world.actFor(before);
    boolean active = world.directory().account(account).active();
    if (!active) {
      world.note(
          new Happening.Noted(call.sid(), 10_003, "error", "account " + account + " is inactive"));
    }
    if (active && voice.url() != null) {
      world.scripts().load(call, Script.of(voice), parameters);
    } else {
      world.carryOut(
          (model, now, e) -> model.finish(call, CallStatus.FAILED, 0, "platform", now, e));
    }
    return call;
  }

  /**
   * The far end of a leg placed to a number or an application of the platform's own arrives.
   *
   * @return null when there is nothing that could take the call (CALL-54)
   */
  Call onOwn(Call placed) {
    String to = placed.origin().to();
    IncomingNumber number = world.directory().dialled(to);
    TwimlApp app =
        number == null && to.startsWith("app:")
            ? world.directory().application(to.substring(4))
            : null;
    Voice voice =
        number != null ? world.directory().voice(number) : app != null ? app.voice() : Voice.NONE;
    if (voice.url() == null) {
      return null;
    }
    return arrive(
        inbound(
            placed.origin().leg() + ".line",
            placed.origin().conversation(),
            null,
            placed.origin().from(),
            to,
            voice),
        number != null ? number.accountSid() : app.accountSid(),
        voice,
        number == null
            ? app.sid()
            : world.directory().application(number.applicationSid()) == null
                ? null
                : number.applicationSid(),
        world.placements().handed(placed));
  }

  /** CALL-67. */
  private static Subscription whenOver(Voice voice) {
    return voice.statusCallback() == null
        ? null
        : new Subscription(
            voice.statusCallback(), voice.statusCallbackMethod(), List.of("completed"));
  }

  /** The TwiML application whose settings a leg that arrived runs; null when there is none. */
  String applicationOf(Call call) {
    return applicationByCall.get(call.sid());
  }

  void forget(String callSid) {
    applicationByCall.remove(callSid);
  }
}
