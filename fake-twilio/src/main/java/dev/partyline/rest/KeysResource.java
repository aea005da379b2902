package dev.partyline.rest;

import dev.partyline.directory.ApiKey;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code …/Keys.json}, and {@code …/SigningKeys.json}, which is the older name of the same keys. A
 * secret is shown by the create and never again.
 */
final class KeysResource implements Resource {

  private static final int LONGEST_NAME = 64;

  private final Backend backend;

  KeysResource(Backend backend) {
    this.backend = backend;
  }

  @Override
  public void addTo(Routes routes) {
    add(routes, "Keys", "keys");
    add(routes, "SigningKeys", "signing_keys");
  }

  private void add(Routes routes, String path, String plural) {
    String all = Routes.ACCOUNT + "/" + path;
    String one = all + "/{Sid}";
    List<String> parameters = List.of("FriendlyName");
    routes
        .get(all, x -> list(x, plural))
        .post(all, parameters, this::create)
        .get(one, x -> one(200, existing(x), false))
        .post(one, parameters, this::update)
        .delete(one, this::delete);
  }

  private RestResponse list(Exchange exchange, String plural) {
    List<ApiKey> rows = new ArrayList<>();
    backend.directory().keys(exchange.account().sid()).forEach(key -> rows.add(0, key));
    return Page.of(
        exchange.request(), plural, rows, ApiKey::sid, (json, key) -> write(json, key, false));
  }

  private RestResponse create(Exchange exchange) {
    String name = Form.text(exchange.request(), "FriendlyName", LONGEST_NAME);
    String sid = backend.directory().nextSid("SK");
    ApiKey key =
        new ApiKey(
            sid,
            exchange.account().sid(),
            Secrets.of(exchange.account().token() + sid),
            name == null ? "" : name,
            backend.now(),
            backend.now());
    backend.directory().put(key);
    return one(201, key, true);
  }

  private RestResponse update(Exchange exchange) {
    ApiKey old = existing(exchange);
    String name = Form.text(exchange.request(), "FriendlyName", LONGEST_NAME);
    ApiKey key = name == null ? old : old.named(name, backend.now());
    backend.directory().put(key);
    return one(200, key, false);
  }

  private RestResponse delete(Exchange exchange) {
    backend.directory().remove(existing(exchange).sid());
    return RestResponse.ok(204, "");
  }

  private ApiKey existing(Exchange exchange) {
    ApiKey key = backend.directory().key(exchange.account().sid(), exchange.path("Sid"));
    if (key == null) {
      throw RestApi.notFound(exchange.request());
    }
    return key;
  }

  private RestResponse one(int status, ApiKey key, boolean secret) {
    JsonText json = new JsonText();
    write(json, key, secret);
    return RestResponse.ok(status, json.toString());
  }

  private void write(JsonText json, ApiKey key, boolean secret) {
    json.begin();
    json.text("sid", key.sid());
    json.text("friendly_name", key.friendlyName());
    json.text("date_created", backend.time(key.created()));
    json.text("date_updated", backend.time(key.updated()));
    if (secret) {
      json.text("secret", key.secret());
    }
    json.end();
  }
}
