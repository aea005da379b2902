package dev.partyline.world;

import java.util.Map;

/** The geography parameters of call webhooks (TWIML-01): only the country is known here. */
final class Geography {

  private Geography() {}

  static void add(Map<String, String> params, String who, String address) {
    if (address.startsWith("+")) {
      params.put(who + "City", "");
      params.put(who + "Country", country(address));
      params.put(who + "State", "");
      params.put(who + "Zip", "");
    }
  }

  private static String country(String number) {
    if (number.startsWith("+81")) {
      return "JP";
    }
    return number.startsWith("+1") ? "US" : "";
  }
}
