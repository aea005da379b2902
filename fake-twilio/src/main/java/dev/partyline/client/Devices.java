package dev.partyline.client;

import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import dev.partyline.token.AccessToken;
import dev.partyline.token.BadToken;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All softphones, and what the platform knows of them: the side where messages arrive. */
public final class Devices {

  private final Exchange exchange;
  private final Map<String, Device> devices = new LinkedHashMap<>();
  private final Set<String> identities = new LinkedHashSet<>();
  private final Permissions permissions;
  private final Registrations registrations;
  private final Ringing ringing;
  private final Map<String, Owner> owners = new LinkedHashMap<>();
  private final Map<ClientCall, Call> legs = new LinkedHashMap<>();

  private record Owner(Device device, ClientCall shown) {}

  /** Softphones of this platform. */
  public Devices(Exchange exchange) {
    this.exchange = exchange;
    this.permissions = new Permissions(exchange);
    this.registrations = new Registrations(exchange, permissions);
    this.ringing = new Ringing(exchange, legs);
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
    return registrations.of(identity);
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
    ringing.dialled(call, there, custom);
  }

  /** A leg moved: its devices are told what is news to them. */
  public void moved(Call call) {
    ringing.moved(call);
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

  Registrations registrations() {
    return registrations;
  }

  /** A page goes by this name from now on. */
  void knowsAs(String identity) {
    identities.add(identity);
  }

  void forgets(Device device) {
    registrations.drops(device);
    devices.remove(device.name());
  }

  void connects(Device device, ClientCall shown, String asked) {
    if (shown.is(ClientCall.State.CLOSED)) {
      return;
    }
    Map<String, String> parameters = new LinkedHashMap<>(shown.customParameters());
    Call call;
    try {
      String application = permissions.connect(device, asked, parameters);
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

  void accepts(Device device, ClientCall shown) {
    Call call = legs.get(shown);
    if (call != null && ringing.accepts(device, call, shown)) {
      owners.put(call.sid(), new Owner(device, shown));
      if (device.edge() != null) {
        exchange.comesBy(call, device.edge());
      }
      exchange.answers(call);
    }
  }

  void rejects(Device device, ClientCall shown) {
    Call call = legs.get(shown);
    if (call != null) {
      ringing.rejects(device, call);
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
      ringing.giveUp(call, shown);
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
      ringing.giveUp(call, shown);
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
    ringing.forget(callSid);
    legs.values().removeIf(call -> call.sid().equals(callSid));
  }

  private static String identity(String address) {
    String name = address.substring("client:".length());
    int mark = name.indexOf('?');
    return mark < 0 ? name : name.substring(0, mark);
  }
}
