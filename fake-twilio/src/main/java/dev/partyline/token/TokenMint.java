package dev.partyline.token;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.directory.ApiKey;

/** Makes access tokens, for those who have no application that does (TOKEN-10). */
public final class TokenMint {

  /** How long a token lives unless told otherwise, in seconds (TOKEN-02). */
  public static final long STANDARD_LIFE = 3_600;

  private final ApiKey key;

  /** Signs with this key. */
  public TokenMint(ApiKey key) {
    this.key = key;
  }

  /**
   * A token with these grants.
   *
   * @param now seconds since 1970
   * @param life in seconds
   * @param voice null for none, like the next two
   */
  public String make(
      String identity,
      long now,
      long life,
      VoiceGrant voice,
      SyncGrant sync,
      TaskRouterGrant taskRouter) {
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    header.put("typ", "JWT").put("alg", "HS256").put("cty", "twilio-fpa;v=1");
    ObjectNode claims = JsonNodeFactory.instance.objectNode();
    claims.put("jti", key.sid() + "-" + now);
    claims.put("iss", key.sid()).put("sub", key.accountSid()).put("exp", now + life);
    ObjectNode grants = claims.putObject("grants");
    grants.put("identity", identity);
    if (voice != null) {
      write(grants.putObject("voice"), voice);
    }
    if (sync != null) {
      put(grants.putObject("data_sync").put("service_sid", sync.serviceSid()), sync.endpointId());
    }
    if (taskRouter != null) {
      grants
          .putObject("task_router")
          .put("workspace_sid", taskRouter.workspaceSid())
          .put("worker_sid", taskRouter.workerSid())
          .put("role", taskRouter.role());
    }
    return Jwt.write(header, claims, key.secret());
  }

  private static void write(ObjectNode json, VoiceGrant grant) {
    if (grant.incoming()) {
      json.putObject("incoming").put("allow", true);
    }
    if (grant.applicationSid() != null) {
      ObjectNode outgoing = json.putObject("outgoing");
      outgoing.put("application_sid", grant.applicationSid());
      ObjectNode parameters = outgoing.putObject("params");
      grant.parameters().forEach(parameters::put);
    }
    put(json, grant.endpointId());
  }

  private static void put(ObjectNode json, String endpointId) {
    if (endpointId != null) {
      json.put("endpoint_id", endpointId);
    }
  }
}
