package dev.partyline.client;

import dev.partyline.knob.Knob;
import dev.partyline.token.BadToken;
import java.util.ArrayList;
import java.util.List;

/** Who can be called under which identity, as the platform has it (CLIENT-04, CLIENT-05). */
final class Registrations {

  private final Exchange exchange;
  private final Permissions permissions;
  private final List<Device> registered = new ArrayList<>();

  Registrations(Exchange exchange, Permissions permissions) {
    this.exchange = exchange;
    this.permissions = permissions;
  }

  /** In the order of registration. */
  List<Device> of(String identity) {
    return registered.stream().filter(one -> one.identity().equals(identity)).toList();
  }

  void registers(Device device) {
    if (device.state() != Device.State.REGISTERING) {
      return;
    }
    try {
      permissions.register(device);
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
    List<Device> same = of(device.identity());
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
}
