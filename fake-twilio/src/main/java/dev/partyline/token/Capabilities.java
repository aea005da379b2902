package dev.partyline.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the older capability tokens, which the account's auth token signs (TOKEN-09): those of
 * clients have scopes, those of TaskRouter have policies. The policies themselves are not looked
 * at.
 */
final class Capabilities {

  private Capabilities() {}

  static AccessToken read(JsonNode claims) {
    String account = Claims.sid(claims, "iss", "AC");
    VoiceGrant voice = null;
    String identity = null;
    if (claims.has("scope")) {
      boolean incoming = false;
      String application = null;
      Map<String, String> parameters = new LinkedHashMap<>();
      for (String scope : claims.get("scope").asText().split(" ")) {
        Map<String, String> query = query(scope.substring(scope.indexOf('?') + 1));
        if (scope.startsWith("scope:client:incoming")) {
          incoming = true;
          identity = query.get("clientName");
        } else if (scope.startsWith("scope:client:outgoing")) {
          application = query.get("appSid");
          identity = query.getOrDefault("clientName", identity);
          parameters.putAll(query(query.getOrDefault("appParams", "")));
        }
      }
      voice = new VoiceGrant(incoming, application, parameters, null, null);
    }
    String workspace = Claims.text(claims, "workspace_sid");
    return new AccessToken(
        account,
        account,
        identity,
        claims.has("nbf") ? Claims.seconds(claims, "nbf") : 0,
        Claims.seconds(claims, "exp"),
        null,
        voice,
        null,
        workspace == null
            ? null
            : new TaskRouterGrant(workspace, Claims.text(claims, "worker_sid"), null),
        List.of());
  }

  private static Map<String, String> query(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : text.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        pairs.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return pairs;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
