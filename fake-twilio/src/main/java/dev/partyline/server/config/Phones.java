package dev.partyline.server.config;

import dev.partyline.phone.PhoneScript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads what people's phones do. */
final class Phones {

  private static final Pattern ADDRESS = Pattern.compile("\\+[0-9]{2,15}|client:\\S+|sip:\\S+");

  private Phones() {}

  /** Scripts by address; those of one address in the order of its calls. */
  static Map<String, List<PhoneScript>> read(Section root) {
    Map<String, List<PhoneScript>> phones = new LinkedHashMap<>();
    for (Section phone : root.sections("phones")) {
      phone.required("address");
      String address =
          phone.like("address", "", ADDRESS, "like +819012345678, client:name or sip:user@host");
      List<PhoneScript> scripts = new ArrayList<>();
      if (phone.has("calls")) {
        for (Section call : phone.sections("calls")) {
          scripts.add(script(call));
          call.done();
        }
      } else {
        scripts.add(script(phone));
      }
      phone.done();
      if (phones.put(address, scripts) != null) {
        phone.wrong("address", address + " is here twice; 'calls' lists one script for each call");
      }
    }
    return phones;
  }

  /** One script. */
  static PhoneScript script(Section call) {
    PhoneScript standard = PhoneScript.ANSWERS;
    long most = 86_400_000;
    List<PhoneScript.Keys> keys = new ArrayList<>();
    for (Section press : call.sections("keys")) {
      press.required("keys");
      keys.add(
          new PhoneScript.Keys(
              press.whole("afterMs", 0, 0, most),
              press.like(
                  "keys", "1", Pattern.compile("[0-9A-D#*]+"), "made of 0-9, A-D, # and *")));
      press.done();
    }
    try {
      return new PhoneScript(
          call.word("does", PhoneScript.DOES),
          call.whole("ringsAfterMs", standard.ringsAfterMs(), 0, most),
          call.whole("actsAfterMs", standard.actsAfterMs(), 0, most),
          call.whole("endsAfterMs", standard.endsAfterMs(), -1, most),
          call.flag("vanishes", false),
          call.has("answeredBy") ? call.required("answeredBy") : standard.answeredBy(),
          call.whole("greetingMs", standard.greetingMs(), 0, most),
          keys);
    } catch (IllegalArgumentException bad) {
      call.wrong(bad.getMessage());
      return standard;
    }
  }
}
