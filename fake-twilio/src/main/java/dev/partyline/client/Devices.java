package dev.partyline.client;

import dev.partyline.knob.Knob;
import dev.partyline.sim.Span;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import dev.partyline.token.AccessToken;
import dev.partyline.token.BadToken;
import dev.partyline.token.TokenFault;
import dev.partyline.token.VoiceGrant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** All softphones, and what the platform knows of them: the side where messages arrive. */
public final class Devices {

  /** From dialling a client to its ringing. */
  private static final Span INVITE = Span.of(100, 300, 800);

  private static final Pattern IDENTITY = Pattern.compile("\\w{1,121}");

  private final Exchange exchange;
  private final Map<String, Device> devices = new LinkedHashMap<>();
  private final Set<String> identities = new LinkedHashSet<>();
  private final List<Device> registered = new ArrayList<>();
  private final Map<String, Fork> forks = new LinkedHashMap<>();
  private final Map<String, Owner> owners = new LinkedHashMap<>();
  private final Map<ClientCall, Call> legs = new LinkedHashMap<>();

  private record Owner(Device device, ClientCall shown) {}

  /** Softphones of this platform. */
  public Devices(Exchange exchange) {
    this.exchange = exchange;
  }

  // ---- people ----

  /** Somebody opens a softphone's page, without a token: the fake allows it everything. */
  public Device add(String identity) {
    return add(identity, DeviceOptions.STANDARD);
  }

  /** The same with options. */
  public Device add(String identity, DeviceOptions options) {
    if (identity == null || identity.isBlank() || identity.length() > 256) {
      throw new IllegalArgumentException(
          "'" + identity + "' is no identity; it has 1 to 256 characters, without 'client:'");
    }
    Device device = new Device(this, exchange.unique(identity + ".device"), identity, options);
    devices.put(device.name(), device);
    identities.add(identity);
    return device;
  }

  /**
   * Somebody opens a softphone's page with a token, which says who they are and what they may do.
   *
   * @throws BadToken when the platform would refuse it
   */
  public Device addWithToken(String token, DeviceOptions options) {
    AccessToken read = exchange.verify(token);
    read.requireVoice();
    Device device = add(read.identity(), options);
    device.show(token, read);
    return device;
  }

  /** Every device whose page is open, in the order of opening. */
  public List<Device> all() {
    return List.copyOf(devices.values());
  }

  /** A device by its name; null when there is none, or its page was closed. */
  public Device device(String name) {
    return devices.get(name);
  }

  /** Who can be called under an identity now, in the order of registration. */
  public List<Device> registered(String identity) {
    return registered.stream().filter(one -> one.identity().equals(identity)).toList();
  }

  // ---- legs ----

  /** Whether anybody has ever had a softphone under the identity of this address. */
  public boolean knows(String address) {
    return address.startsWith("client:") && identities.contains(identity(address));
  }

  /**
   * A leg to a client is dialled: it rings at every device of the identity.
   *
   * @param handedOver custom parameters of a Client noun; those after a question mark in the
   *     address come beside them (PART-15)
   */
  public void dialled(Call call, Map<String, String> handedOver) {
    String to = call.origin().to();
    List<Device> there = registered(identity(to));
    if (there.isEmpty()) {
      exchange.findsNobody(call);
      return;
    }
    Map<String, String> custom = new LinkedHashMap<>(handedOver);
    custom.putAll(Query.of(to));
    Fork fork = new Fork(call);
    forks.put(call.sid(), fork);
    for (Device device : there) {
      fork.invite(device);
      exchange.in(device.name() + ".invited", INVITE, () -> invited(fork, device, custom));
    }
  }

  private void invited(Fork fork, Device device, Map<String, String> custom) {
    if (forks.get(fork.call.sid()) != fork || fork.winner != null) {
      return;
    }
    if (!device.isThere()) {
      fork.isOutOfReach(device);
      over(fork);
      return;
    }
    begins(fork);
    if (!fork.call.isLive()) {
      return;
    }
    if (device.isBusy()) {
      fork.ignores(device);
      device.told("incomingIgnored", null, Map.of("CallSid", fork.call.sid()));
      return;
    }
    ClientCall shown = new ClientCall(true, null, custom);
    shown.known(fork.call.sid(), exchange.accountOf(fork.call));
    shown.between(fork.call.origin().from(), fork.call.origin().to());
    fork.rings(device, shown);
    legs.put(shown, fork.call);
    device.rings(shown);
    Person.at(device, shown);
  }

  /** The first device rings, and with it the leg. */
  private void begins(Fork fork) {
    if (fork.call.status() == CallStatus.QUEUED) {
      long ms =
          fork.call.origin().timeoutSeconds() * 1_000L
              + (long) exchange.knobs().number(Knob.CALL_RING_BUFFER);
      fork.limit =
          exchange.in(
              fork.call.origin().leg() + ".rings-out",
              Span.exactly(ms),
              () -> {
                if (fork.call.status() == CallStatus.RINGING) {
                  exchange.ringsOut(fork.call);
                }
              });
      exchange.rings(fork.call);
    }
  }

  private void over(Fork fork) {
    if (!fork.anybodyLeft() && fork.call.isLive() && fork.winner == null) {
      exchange.refuses(fork.call, fork.anybodyDeclined());
    }
  }

  /** A leg moved: its devices are told what is news to them. */
  public void moved(Call call) {
    Fork fork = forks.get(call.sid());
    if (fork != null && call.status() != CallStatus.QUEUED && call.status() != CallStatus.RINGING) {
      forks.remove(call.sid());
      if (fork.limit != null) {
        fork.limit.cancel();
      }
      fork.shown()
          .forEach(
              (device, shown) -> {
                if (device != fork.winner) {
                  device.tell("cancel", () -> canceled(device, shown));
                }
              });
    }
    Owner owner = owners.get(call.sid());
    if (owner == null) {
      return;
    }
    if (call.status() == CallStatus.IN_PROGRESS) {
      owner.device().tell("accept", () -> opened(owner, call));
    } else if (!call.isLive()) {
      owners.remove(call.sid());
      owner.device().tell("disconnect", () -> disconnected(owner, call));
    }
  }

  private static void canceled(Device device, ClientCall shown) {
    if (shown.is(ClientCall.State.PENDING) || shown.is(ClientCall.State.CONNECTING)) {
      shown.become(ClientCall.State.CLOSED);
      device.told("cancel", shown, Map.of());
    }
  }

  private void opened(Owner owner, Call call) {
    ClientCall shown = owner.shown();
    if (!shown.is(ClientCall.State.CLOSED) && !shown.is(ClientCall.State.OPEN)) {
      if (shown.sid() == null) {
        shown.known(call.sid(), exchange.accountOf(call)); // before the ringing message: CLIENT-17
      }
      shown.become(ClientCall.State.OPEN);
      owner.device().told("accept", shown, Map.of());
      Person.isUp(owner.device(), shown);
    }
  }

  private static void disconnected(Owner owner, Call call) {
    if (!owner.shown().is(ClientCall.State.CLOSED)) {
      owner.shown().become(ClientCall.State.CLOSED);
      owner.device().told("disconnect", owner.shown(), Map.of());
    }
  }

  /** The application sent a message to the client of this leg (CLIENT-20). */
  public void message(Call call, String sid, String content) {
    Owner owner = owners.get(call.sid());
    if (owner != null) {
      owner
          .device()
          .tell(
              "message",
              () ->
                  owner
                      .device()
                      .told(
                          "messageReceived",
                          owner.shown(),
                          Map.of("content", content, "voiceEventSid", sid)));
    }
  }

  /** Whether the softphone of this leg keeps its microphone off. */
  public boolean isMuted(String callSid) {
    Owner owner = owners.get(callSid);
    return owner != null && owner.shown().muted();
  }

  // ---- messages from devices, as they arrive ----

  Exchange exchange() {
    return exchange;
  }

  void registers(Device device) {
    if (device.state() != Device.State.REGISTERING) {
      return;
    }
    try {
      AccessToken token = device.valid();
      if (token != null && !token.requireVoice().incoming()) {
        throw new BadToken(
            TokenFault.GRANTS,
            "the token does not allow incoming calls; set incoming.allow in its voice grant"
                + " (TOKEN-08)");
      }
      rightName(device);
    } catch (BadToken bad) {
      device.tell(
          "error",
          () -> {
            device.fail(bad, null);
            device.becomes(Device.State.UNREGISTERED);
          });
      return;
    }
    registered.remove(device);
    registered.add(device);
    double most = exchange.knobs().number(Knob.CLIENT_MAX_REGISTRATIONS);
    List<Device> same = registered(device.identity());
    if (!Double.isNaN(most) && same.size() > most) {
      unregisters(same.get(0));
    }
    device.tell(
        "registered",
        () -> {
          if (device.state() == Device.State.REGISTERING) {
            device.becomes(Device.State.REGISTERED);
          }
        });
  }

  /** CLIENT-02. */
  private void rightName(Device device) {
    if (IDENTITY.matcher(device.identity()).matches()) {
      return;
    }
    String what =
        "identity '"
            + device.identity()
            + "' has other characters than letters, digits and underscore, or more than 121";
    if (exchange.knobs().is(Knob.CLIENT_IDENTITY_RULE, "enforce")) {
      throw new BadToken(TokenFault.GRANTS, what + " (31105, CLIENT-02)");
    }
    device.told("warning", null, Map.of("code", "31105", "message", what));
  }

  void unregisters(Device device) {
    registered.remove(device);
    device.tell(
        "unregistered",
        () -> {
          if (device.state() != Device.State.DESTROYED) {
            device.becomes(Device.State.UNREGISTERED);
          }
        });
  }

  /** The platform takes a device off its list without a word. */
  void drops(Device device) {
    registered.remove(device);
  }

  void forgets(Device device) {
    registered.remove(device);
    devices.remove(device.name());
  }

  void connects(Device device, ClientCall shown, String asked) {
    if (shown.is(ClientCall.State.CLOSED)) {
      return;
    }
    Map<String, String> parameters = new LinkedHashMap<>(shown.customParameters());
    Call call;
    try {
      String application = application(device, asked, parameters);
      call = exchange.arrives(device.identity(), application, parameters);
    } catch (BadToken bad) {
      device.tell(
          "error",
          () -> {
            shown.become(ClientCall.State.CLOSED);
            device.fail(bad, shown);
          });
      return;
    }
    if (device.edge() != null) {
      exchange.comesBy(call, device.edge());
    }
    Owner owner = new Owner(device, shown);
    legs.put(shown, call);
    owners.put(call.sid(), owner);
    if (!call.isLive()) {
      moved(call);
      return;
    }
    device.tell(
        "ringing",
        () -> {
          if (shown.sid() == null && !shown.is(ClientCall.State.CLOSED)) {
            shown.known(call.sid(), exchange.accountOf(call));
            shown.become(ClientCall.State.RINGING);
            device.told("ringing", shown, Map.of("temporaryId", shown.temporaryId()));
          }
        });
  }

  /** CLIENT-26; the token's own parameters win over the page's. */
  private String application(Device device, String asked, Map<String, String> parameters) {
    AccessToken token = device.valid();
    if (token == null) {
      String application = asked == null ? exchange.standardApplication() : asked;
      if (application == null) {
        throw new BadToken(TokenFault.GRANTS, "the account has no TwiML application to connect to");
      }
      return application;
    }
    VoiceGrant grant = token.requireVoice();
    rightName(device);
    if (grant.applicationSid() == null) {
      throw new BadToken(
          TokenFault.GRANTS,
          "the token names no TwiML application; set outgoing.application_sid in its voice grant"
              + " (CLIENT-26)");
    }
    if (asked != null && !asked.equals(grant.applicationSid())) {
      throw new BadToken(
          TokenFault.GRANTS,
          "the token is for application " + grant.applicationSid() + ", not for " + asked);
    }
    parameters.putAll(grant.parameters());
    return grant.applicationSid();
  }

  void accepts(Device device, ClientCall shown) {
    Call call = legs.get(shown);
    Fork fork = call == null ? null : forks.get(call.sid());
    if (fork == null || call.status() != CallStatus.RINGING || fork.winner != null) {
      return; // canceled meanwhile: that message is on its way (CLIENT-13, RACE-205)
    }
    if (shown.is(ClientCall.State.CLOSED)) {
      giveUp(call, shown); // the page took it and is gone
      return;
    }
    fork.winner = device;
    owners.put(call.sid(), new Owner(device, shown));
    if (device.edge() != null) {
      exchange.comesBy(call, device.edge());
    }
    exchange.answers(call);
  }

  void rejects(Device device, ClientCall shown) {
    Call call = legs.get(shown);
    Fork fork = call == null ? null : forks.get(call.sid());
    if (fork != null && fork.winner == null) {
      fork.declines(device);
      over(fork);
    }
  }

  /** The page dropped a call, by SID or by temporary id: the leg is the same. */
  void drops(ClientCall shown) {
    Call call = legs.get(shown);
    if (call == null) {
      return;
    }
    Owner owner = owners.get(call.sid());
    if (owner != null && owner.shown() == shown && call.isLive()) {
      exchange.hangsUp(call);
    } else {
      giveUp(call, shown);
    }
  }

  /** A page that is gone takes no call any more. */
  private void giveUp(Call call, ClientCall shown) {
    Fork fork = forks.get(call.sid());
    if (fork != null && fork.winner == null) {
      fork.shown()
          .forEach(
              (device, one) -> {
                if (one == shown) {
                  fork.isOutOfReach(device);
                }
              });
      over(fork);
    }
  }

  /**
   * A page lost its wire before a call was up: the leg is without a far end, or rings elsewhere.
   */
  void loses(ClientCall shown) {
    Call call = legs.get(shown);
    Owner owner = call == null ? null : owners.get(call.sid());
    if (owner != null && owner.shown() == shown) {
      vanishes(shown);
    } else if (call != null) {
      giveUp(call, shown);
    }
  }

  void vanishes(ClientCall shown) {
    Call call = legs.get(shown);
    if (call != null && call.isLive()) {
      Owner owner = owners.get(call.sid());
      if (owner != null && owner.shown() == shown) {
        exchange.vanishes(call);
      }
    }
  }

  /** The wire is back: the call goes on, or the page learns that it has ended (RACE-210). */
  void resumes(Device device, ClientCall shown) {
    Call call = legs.get(shown);
    boolean live = call != null && call.isLive();
    device.tell(
        live ? "reconnected" : "disconnect",
        () -> {
          if (shown.is(ClientCall.State.RECONNECTING)) {
            shown.become(live ? ClientCall.State.OPEN : ClientCall.State.CLOSED);
            device.told(live ? "reconnected" : "disconnect", shown, Map.of());
          }
        });
  }

  void mutes(Device device, ClientCall shown) {
    Call call = legs.get(shown);
    if (call != null && call.isLive()) {
      exchange.mutes(call, shown.muted());
    }
  }

  void presses(ClientCall shown, String keys) {
    Call call = legs.get(shown);
    if (call != null && call.isLive()) {
      exchange.presses(call, keys);
    }
  }

  void says(Device device, ClientCall shown, String content) {
    Call call = legs.get(shown);
    if (call != null && call.isLive()) {
      String sid = exchange.says(call, content);
      device.tell(
          "message-sent", () -> device.told("messageSent", shown, Map.of("voiceEventSid", sid)));
    }
  }

  /** Nobody asks for this finished call any more. */
  public void forget(String callSid) {
    owners.remove(callSid);
    forks.remove(callSid);
    legs.values().removeIf(call -> call.sid().equals(callSid));
  }

  private static String identity(String address) {
    String name = address.substring("client:".length());
    int mark = name.indexOf('?');
    return mark < 0 ? name : name.substring(0, mark);
  }
}
