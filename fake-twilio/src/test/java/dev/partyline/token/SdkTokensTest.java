package dev.partyline.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.jwt.accesstoken.ChatGrant;
import com.twilio.jwt.client.ClientCapability;
import com.twilio.jwt.client.IncomingClientScope;
import com.twilio.jwt.client.OutgoingClientScope;
import dev.partyline.behaviour.Pins;
import dev.partyline.world.Account;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tokens as the vendor's Java SDK makes them; the SDK takes the time from the wall clock. */
class SdkTokensTest {

  private static final String SERVICE = "IS00000000000000000000000000000001";
  private static final String WORKSPACE = "WS00000000000000000000000000000001";
  private static final String WORKER = "WK00000000000000000000000000000001";

  private final TokenCheck check = new TokenCheck(Account.directory("https://a.example/", null));

  @Test
  @Pins({"TOKEN-01", "TOKEN-03", "TOKEN-04", "TOKEN-05", "TOKEN-06"})
  void token_with_all_three_grants_is_read_as_the_sdk_wrote_it() {
    com.twilio.jwt.accesstoken.VoiceGrant voice = new com.twilio.jwt.accesstoken.VoiceGrant();
    voice.setIncomingAllow(true);
    voice.setOutgoingApplication(Account.APPLICATION, Map.of("desk", "7"));
    com.twilio.jwt.accesstoken.SyncGrant sync = new com.twilio.jwt.accesstoken.SyncGrant();
    sync.setServiceSid(SERVICE);
    com.twilio.jwt.accesstoken.TaskRouterGrant taskRouter =
        new com.twilio.jwt.accesstoken.TaskRouterGrant();
    taskRouter.setWorkspaceSid(WORKSPACE);
    taskRouter.setWorkerSid(WORKER);
    taskRouter.setRole("worker");

    AccessToken token =
        verify(
            builder()
                .identity("agent_a")
                .region("jp1")
                .grant(voice)
                .grant(sync)
                .grant(taskRouter)
                .grant(new ChatGrant().setServiceSid(SERVICE))
                .build()
                .toJwt());

    assertEquals(Account.SID, token.accountSid());
    assertEquals(Account.API_KEY, token.issuer());
    assertEquals("agent_a", token.identity());
    assertEquals("jp1", token.region());
    assertTrue(token.requireVoice().incoming());
    assertEquals(Account.APPLICATION, token.voice().applicationSid());
    assertEquals(Map.of("desk", "7"), token.voice().parameters());
    assertEquals(SERVICE, token.requireSync().serviceSid());
    assertEquals(new TaskRouterGrant(WORKSPACE, WORKER, "worker"), token.requireTaskRouter());
    assertEquals(List.of("chat"), token.others());
  }

  @Test
  @Pins("TOKEN-02")
  void token_lives_for_an_hour_unless_the_sdk_is_told_otherwise() {
    long now = now();
    AccessToken token =
        verify(
            new com.twilio.jwt.accesstoken.AccessToken.Builder(
                    Account.SID, Account.API_KEY, Account.API_SECRET.getBytes())
                .identity("agent_a")
                .build()
                .toJwt());

    assertTrue(Math.abs(token.expires() - now - 3_600) <= 5, () -> token + " at " + now);
    assertNull(token.voice());
  }

  @Test
  @Pins("TOKEN-09")
  void capability_token_of_a_client_is_signed_with_the_auth_token() {
    String jwt =
        new ClientCapability.Builder(Account.SID, Account.TOKEN.getBytes())
            .ttl(600)
            .scopes(
                List.of(
                    new IncomingClientScope("agent_a"),
                    new OutgoingClientScope.Builder(Account.APPLICATION)
                        .clientName("agent_a")
                        .params(Map.of("desk", "7"))
                        .build()))
            .build()
            .toJwt();

    AccessToken token = verify(jwt);

    assertEquals("agent_a", token.identity());
    assertTrue(token.requireVoice().incoming());
    assertEquals(Account.APPLICATION, token.voice().applicationSid());
    assertEquals(Map.of("desk", "7"), token.voice().parameters());
  }

  @Test
  @Pins("TOKEN-09")
  void capability_token_of_a_worker_names_workspace_and_worker() {
    String jwt =
        new com.twilio.jwt.taskrouter.TaskRouterCapability.Builder(
                Account.SID, Account.TOKEN.getBytes(), WORKSPACE, WORKER)
            .build()
            .toJwt();

    AccessToken token = verify(jwt);

    assertEquals(WORKER, token.requireTaskRouter().workerSid());
    assertNull(token.voice());
  }

  @Test
  @Pins("TOKEN-08")
  void token_that_forbids_incoming_calls_says_so() {
    com.twilio.jwt.accesstoken.VoiceGrant voice = new com.twilio.jwt.accesstoken.VoiceGrant();
    voice.setOutgoingApplicationSid(Account.APPLICATION);

    assertFalse(
        verify(builder().identity("agent_a").grant(voice).build().toJwt())
            .requireVoice()
            .incoming());
  }

  private static com.twilio.jwt.accesstoken.AccessToken.Builder builder() {
    return new com.twilio.jwt.accesstoken.AccessToken.Builder(
        Account.SID, Account.API_KEY, Account.API_SECRET.getBytes());
  }

  private AccessToken verify(String jwt) {
    return check.verify(jwt, now());
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }
}
