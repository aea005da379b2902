package dev.partyline.rest;

/**
 * Operations of the vendor's voice documents that no resource has taken on yet: each says that it
 * is a gap of the fake, where a 404 would be taken for an answer of the platform. A resource that
 * serves one of these paths wins over its line here.
 */
final class Gaps {

  private Gaps() {}

  /** Fills the table; call it after all resources have added their routes. */
  static void addTo(Routes routes) {
    accounts(routes);
    numbers(routes);
    belowCalls(routes);
    routes
        .gap("GET", "/v1/Alerts", "alerts")
        .gap("GET", "/v1/Alerts/{Sid}", "alerts")
        .gap("GET", "/v1/Events", "monitor events")
        .gap("GET", "/v1/Events/{Sid}", "monitor events");
  }

  private static void accounts(Routes routes) {
    collection(routes, "GET POST", "GET POST", "/2010-04-01/Accounts", "accounts");
    collection(routes, "GET POST", "GET POST DELETE", of("/Keys"), "keys");
    collection(routes, "GET POST", "GET POST DELETE", of("/SigningKeys"), "signing keys");
    collection(routes, "GET", "GET", of("/Notifications"), "notifications");
    routes.gap("POST", of("/Tokens"), "tokens");
  }

  private static void numbers(Routes routes) {
    String all = "GET POST DELETE";
    collection(routes, "GET POST", all, of("/IncomingPhoneNumbers"), "incoming phone numbers");
    collection(routes, "GET POST", all, of("/OutgoingCallerIds"), "outgoing caller IDs");
    collection(routes, "GET POST", all, of("/Applications"), "applications");
  }

  private static void belowCalls(Routes routes) {
    String call = of("/Calls/{CallSid}");
    routes.gap("GET", call + "/Events", "the requests of a call");
    collection(routes, "GET", "GET", call + "/Notifications", "notifications of a call");
    collection(routes, "POST", "POST", call + "/Payments", "payments");
    collection(routes, "POST", "POST", call + "/Siprec", "SIPREC sessions");
    collection(routes, "POST", "POST", call + "/Streams", "media streams");
    collection(routes, "POST", "POST", call + "/Transcriptions", "real-time transcriptions");
    collection(
        routes, "POST", "DELETE", call + "/UserDefinedMessageSubscriptions", "messages of users");
    routes.gap("POST", call + "/UserDefinedMessages", "messages of users");
  }

  private static void collection(
      Routes routes, String methodsOfAll, String methodsOfOne, String path, String what) {
    routes.gap(methodsOfAll, path, what).gap(methodsOfOne, path + "/{Sid}", what);
  }

  private static String of(String below) {
    return Routes.ACCOUNT + below;
  }
}
