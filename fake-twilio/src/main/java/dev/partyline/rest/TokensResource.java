package dev.partyline.rest;

import java.util.List;

/** {@code …/Tokens.json}: credentials for servers that relay media. Nothing relays media here. */
final class TokensResource implements Resource {

  private static final int LONGEST_SECONDS = 86_400;

  private final Backend backend;
  private int made;

  TokensResource(Backend backend) {
    this.backend = backend;
  }

  @Override
  public void addTo(Routes routes) {
    routes.post(Routes.ACCOUNT + "/Tokens", List.of("Ttl"), this::create);
  }

  private RestResponse create(Exchange exchange) {
    int seconds = Form.whole(exchange.request(), "Ttl", LONGEST_SECONDS, 1, LONGEST_SECONDS);
    made++;
    String user = Secrets.of("user" + made) + Secrets.of("relay" + made);
    String password = Secrets.of(user + exchange.account().token());
    JsonText json = new JsonText();
    json.begin();
    json.text("username", user);
    json.beginList("ice_servers");
    json.begin();
    json.text("url", "stun:global.stun.twilio.com:3478");
    json.text("urls", "stun:global.stun.twilio.com:3478");
    json.end();
    for (String relay : List.of("3478?transport=udp", "3478?transport=tcp", "443?transport=tcp")) {
      json.begin();
      json.text("url", "turn:global.turn.twilio.com:" + relay);
      json.text("urls", "turn:global.turn.twilio.com:" + relay);
      json.text("username", user);
      json.text("credential", password);
      json.end();
    }
    json.endList();
    json.text("date_updated", backend.time(backend.now()));
    json.text("account_sid", exchange.account().sid());
    json.text("ttl", Integer.toString(seconds));
    json.text("date_created", backend.time(backend.now()));
    json.text("password", password);
    json.end();
    return RestResponse.ok(201, json.toString());
  }
}
