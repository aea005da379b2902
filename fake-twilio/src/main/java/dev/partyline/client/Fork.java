package dev.partyline.client;

import dev.partyline.sim.Cancellable;
import dev.partyline.telephony.Call;
import java.util.LinkedHashMap;
import java.util.Map;

/** One leg at the devices of one identity (CLIENT-05). */
final class Fork {

  /** How a device stands to the leg. */
  private enum Branch {
    INVITED,
    RINGING,
    IGNORING,
    DECLINED,
    OUT_OF_REACH
  }

  final Call call;
  private final Map<Device, Branch> branches = new LinkedHashMap<>();
  private final Map<Device, ClientCall> calls = new LinkedHashMap<>();
  Cancellable limit;
  Device winner;

  Fork(Call call) {
    this.call = call;
  }

  void invite(Device device) {
    branches.put(device, Branch.INVITED);
  }

  void rings(Device device, ClientCall shown) {
    branches.put(device, Branch.RINGING);
    calls.put(device, shown);
  }

  /** It is busy and says nothing: the leg rings on (CLIENT-14). */
  void ignores(Device device) {
    branches.put(device, Branch.IGNORING);
  }

  void declines(Device device) {
    branches.put(device, Branch.DECLINED);
  }

  void isOutOfReach(Device device) {
    branches.put(device, Branch.OUT_OF_REACH);
  }

  boolean anybodyLeft() {
    return branches.values().stream()
        .anyMatch(one -> one != Branch.DECLINED && one != Branch.OUT_OF_REACH);
  }

  boolean anybodyDeclined() {
    return branches.containsValue(Branch.DECLINED);
  }

  /** The call as each device shows it, in the order of ringing. */
  Map<Device, ClientCall> shown() {
    return calls;
  }

  boolean shows(ClientCall call) {
    return calls.containsValue(call);
  }
}
