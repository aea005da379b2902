package dev.partyline.server.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.phone.PhoneScript;
import java.util.ArrayList;
import java.util.List;

/** Scripts of phones as JSON. */
final class Scripts {

  private Scripts() {}

  static PhoneScript read(Body body) {
    body.only(
        "does",
        "ringsAfterMs",
        "actsAfterMs",
        "endsAfterMs",
        "vanishes",
        "answeredBy",
        "greetingMs",
        "keys");
    List<PhoneScript.Keys> keys = new ArrayList<>();
    for (Body press : body.list("keys")) {
      press.only("afterMs", "keys");
      keys.add(new PhoneScript.Keys(press.whole("afterMs", 0), press.text("keys")));
    }
    try {
      return new PhoneScript(
          body.text("does", "answers"),
          body.whole("ringsAfterMs", PhoneScript.ANSWERS.ringsAfterMs()),
          body.whole("actsAfterMs", PhoneScript.ANSWERS.actsAfterMs()),
          body.whole("endsAfterMs", -1),
          body.flag("vanishes", false),
          body.text("answeredBy", "human"),
          body.whole("greetingMs", PhoneScript.ANSWERS.greetingMs()),
          keys);
    } catch (IllegalArgumentException bad) {
      throw new Refused(400, bad.getMessage());
    }
  }

  static void write(ArrayNode list, PhoneScript script) {
    ObjectNode json = list.addObject();
    json.put("does", script.does());
    json.put("ringsAfterMs", script.ringsAfterMs());
    json.put("actsAfterMs", script.actsAfterMs());
    json.put("endsAfterMs", script.endsAfterMs());
    json.put("vanishes", script.vanishes());
    json.put("answeredBy", script.answeredBy());
    json.put("greetingMs", script.greetingMs());
    ArrayNode keys = json.putArray("keys");
    for (PhoneScript.Keys press : script.keys()) {
      keys.addObject().put("afterMs", press.afterMs()).put("keys", press.keys());
    }
  }
}
