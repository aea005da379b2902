package dev.partyline.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the claims of a token as they are written; believes them all. */
final class Claims {

  private Claims() {}

  static AccessToken read(Jwt jwt) {
    JsonNode claims = jwt.claims();
    if (claims.has("grants")) {
      return access(jwt);
    }
    if (claims.has("scope") || claims.has("policies")) {
      return Capabilities.read(claims);
    }
    throw new BadToken(
        TokenFault.GRANTS, "the claims have no 'grants'; this is no access token of the platform");
  }

  private static AccessToken access(Jwt jwt) {
    JsonNode claims = jwt.claims();
    JsonNode grants = claims.get("grants");
    if (!grants.isObject()) {
      throw new BadToken(TokenFault.GRANTS, "'grants' is no JSON object");
    }
    List<String> others = new ArrayList<>();
    grants
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!List.of("identity", "voice", "data_sync", "task_router").contains(name)) {
                others.add(name);
              }
            });
    return new AccessToken(
        sid(claims, "sub", "AC"),
        sid(claims, "iss", "SK"),
        text(grants, "identity"),
        claims.has("nbf") ? seconds(claims, "nbf") : 0,
        seconds(claims, "exp"),
        text(jwt.header(), "twr"),
        voice(grants.get("voice")),
        sync(grants.get("data_sync")),
        taskRouter(grants.get("task_router")),
        others);
  }

  private static VoiceGrant voice(JsonNode grant) {
    if (grant == null) {
      return null;
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    JsonNode outgoing = grant.path("outgoing");
    outgoing
        .path("params")
        .fields()
        .forEachRemaining(one -> parameters.put(one.getKey(), one.getValue().asText()));
    return new VoiceGrant(
        grant.path("incoming").path("allow").asBoolean(false),
        text(outgoing, "application_sid"),
        parameters,
        text(grant, "push_credential_sid"),
        text(grant, "endpoint_id"));
  }

  private static SyncGrant sync(JsonNode grant) {
    if (grant == null) {
      return null;
    }
    String service = text(grant, "service_sid");
    return new SyncGrant(service == null ? "default" : service, text(grant, "endpoint_id"));
  }

  private static TaskRouterGrant taskRouter(JsonNode grant) {
    return grant == null
        ? null
        : new TaskRouterGrant(
            text(grant, "workspace_sid"), text(grant, "worker_sid"), text(grant, "role"));
  }

  static String text(JsonNode json, String name) {
    JsonNode value = json.path(name);
    return value.isValueNode() && !value.isNull() && !value.asText().isEmpty()
        ? value.asText()
        : null;
  }

  static String sid(JsonNode claims, String name, String prefix) {
    String value = text(claims, name);
    if (value == null || !value.matches(prefix + "[0-9a-fA-F]{32}")) {
      throw new BadToken(
          TokenFault.ISSUER,
          "'"
              + name
              + "' is "
              + (value == null ? "missing" : "'" + value + "'")
              + "; it must be "
              + prefix
              + " and 32 hexadecimal digits");
    }
    return value;
  }

  static long seconds(JsonNode claims, String name) {
    JsonNode value = claims.path(name);
    if (!value.canConvertToLong()) {
      throw new BadToken(
          name.equals("exp") ? TokenFault.EXPIRED : TokenFault.MALFORMED,
          "'"
              + name
              + "' is "
              + (value.isMissingNode() ? "missing" : value.toString())
              + "; it must be whole seconds since 1970");
    }
    return value.asLong();
  }
}
