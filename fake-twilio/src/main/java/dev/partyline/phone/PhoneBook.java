package dev.partyline.phone;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which phones have a script: for the next call, for the one after it, and for all later ones. */
public final class PhoneBook {

  private final Map<String, Deque<PhoneScript>> scripts = new LinkedHashMap<>();
  private PhoneScript standard;

  /**
   * Scripts a phone.
   *
   * @param address E.164, {@code client:name} or {@code sip:user@host}
   * @param ones for its next calls in turn, the last for all later ones; empty takes the script off
   */
  public void put(String address, List<PhoneScript> ones) {
    if (ones.isEmpty()) {
      scripts.remove(address);
    } else {
      scripts.put(address, new ArrayDeque<>(ones));
    }
  }

  /** What telephone numbers without a script do; null to draw it, as exploration does. */
  public void standard(PhoneScript script) {
    standard = script;
  }

  /** Whether somebody is at this address. */
  public boolean knows(String address) {
    return scripts.containsKey(address) || standard != null && address.startsWith("+");
  }

  /** The scripts that are left for an address; empty when it has none. */
  public List<PhoneScript> of(String address) {
    Deque<PhoneScript> found = scripts.get(address);
    return found == null ? List.of() : new ArrayList<>(found);
  }

  /** Every address with a script, in the order of scripting. */
  public List<String> addresses() {
    return List.copyOf(scripts.keySet());
  }

  /** The script for the call that comes now; null when there is none. */
  PhoneScript take(String address) {
    Deque<PhoneScript> found = scripts.get(address);
    if (found == null) {
      return address.startsWith("+") ? standard : null;
    }
    return found.size() > 1 ? found.poll() : found.peek();
  }
}
