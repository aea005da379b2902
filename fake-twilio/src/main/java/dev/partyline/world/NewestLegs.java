package dev.partyline.world;

import dev.partyline.telephony.Call;
import java.util.LinkedHashMap;
import java.util.Map;

/** The newest leg of each person: what their page or phone is about. */
final class NewestLegs {

  private final Map<String, Call> newest = new LinkedHashMap<>();

  /** A leg was made. */
  void made(Call call) {
    if (call.origin().party() != null) {
      newest.put(call.origin().party(), call);
    }
  }

  /** Null while this person had none. */
  Call newestOf(Party party) {
    return newest.get(party.name());
  }
}
