package dev.partyline.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests of a test, with the credentials and the account that it says. */
final class Asking {

  private final Stage app;
  private final String account;
  private final String user;
  private final String password;

  Asking(Stage app) {
    this(app, Account.SID, Account.SID, Account.TOKEN);
  }

  private Asking(Stage app, String account, String user, String password) {
    this.app = app;
    this.account = account;
    this.user = user;
    this.password = password;
  }

  /** The same credentials, the path of another account. */
  Asking about(String other) {
    return new Asking(app, other, user, password);
  }

  /** Other credentials, the same path. */
  Asking as(String otherUser, String otherPassword) {
    return new Asking(app, account, otherUser, otherPassword);
  }

  RestResponse to(String method, String path, String... pairs) {
    Map<String, List<String>> params = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      params.computeIfAbsent(pairs[i], name -> new ArrayList<>()).add(pairs[i + 1]);
    }
    String full =
        path.startsWith("/v1") || path.startsWith("/2010")
            ? path
            : "/2010-04-01/Accounts/" + account + path;
    return app.surroundings().call(new RestRequest(method, full, params, user, password));
  }

  JsonNode post(String path, String... pairs) {
    return Stage.json(to("POST", path, pairs));
  }

  JsonNode get(String path, String... pairs) {
    return Stage.json(to("GET", path, pairs));
  }

  /** The status, and the code of an error: {@code 400 20001}. */
  String code(String method, String path, String... pairs) {
    RestResponse response = to(method, path, pairs);
    return response.status() + (response.code() == 0 ? "" : " " + response.code());
  }
}
