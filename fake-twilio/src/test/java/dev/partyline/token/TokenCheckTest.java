package dev.partyline.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.behaviour.Pins;
import dev.partyline.directory.ApiKey;
import dev.partyline.directory.Directory;
import dev.partyline.world.Account;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TokenCheckTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long NOW = 1_775_001_600;
  private static final VoiceGrant VOICE = VoiceGrant.of(true, Account.APPLICATION);

  private final Directory directory = Account.directory("https://a.example/", null);
  private final TokenCheck check = new TokenCheck(directory);
  private final TokenMint mint = new TokenMint(directory.key(Account.API_KEY));

  @Test
  @Pins("TOKEN-10")
  void own_token_is_good_from_its_first_to_its_last_second() {
    String token = mint.make("agent_a", NOW, 60, VOICE, null, null);

    assertEquals(VOICE, check.verify(token, NOW).voice());
    assertEquals("agent_a", check.verify(token, NOW + 59).identity());
    assertRefused(
        TokenFault.EXPIRED,
        "Access Token expired or expiration date invalid: it expired at 2026-04-01T00:01:00Z and it"
            + " is 2026-04-01T00:01:00Z, 0 s later; give the device a fresh one",
        token,
        NOW + 60);
  }

  @Test
  @Pins("TOKEN-02")
  void token_that_is_to_live_for_more_than_a_day_is_refused() {
    assertEquals(
        NOW + 86_400, check.verify(mint.make("a", NOW, 86_400, VOICE, null, null), NOW).expires());

    BadToken bad = refused(mint.make("a", NOW, 86_401, VOICE, null, null), NOW + 5_000);

    assertEquals(TokenFault.TOO_LONG, bad.fault());
    assertEquals(31207, bad.fault().plainCode());
  }

  @Test
  void token_signed_with_the_auth_token_is_told_from_other_wrong_signatures() {
    assertRefused(
        TokenFault.SIGNATURE,
        "Invalid Access Token signature: it is signed with the account's auth token; sign with the"
            + " secret of API key "
            + Account.API_KEY,
        resigned(Account.TOKEN, claims -> {}),
        NOW);
    assertRefused(
        TokenFault.SIGNATURE,
        "Invalid Access Token signature: it is not signed with the secret of API key "
            + Account.API_KEY,
        resigned("something else", claims -> {}),
        NOW);
  }

  @Test
  void token_signed_with_another_key_of_the_account_names_that_key() {
    String other = "SK000000000000000000000000000000ff";
    directory.put(new ApiKey(other, Account.SID, "another secret", "other", 0, 0));

    assertRefused(
        TokenFault.SIGNATURE,
        "Invalid Access Token signature: it names API key "
            + Account.API_KEY
            + " and is signed with that of "
            + other,
        resigned("another secret", claims -> {}),
        NOW);
  }

  @Test
  void token_of_an_unknown_key_is_refused_by_its_issuer() {
    String unknown = "SK000000000000000000000000000000ee";
    BadToken bad = refused(resigned(Account.API_SECRET, claims -> claims.put("iss", unknown)), NOW);

    assertEquals(20103, bad.code());
    assertTrue(bad.getMessage().contains(unknown), bad.getMessage());
  }

  @Test
  void key_of_another_account_is_refused() {
    String sub = "AC000000000000000000000000000000a1";
    directory.put(dev.partyline.directory.Account.main(sub, "t"));
    BadToken bad = refused(resigned(Account.API_SECRET, claims -> claims.put("sub", sub)), NOW);

    assertEquals(TokenFault.ISSUER, bad.fault());
  }

  @Test
  void token_that_has_not_begun_is_refused_until_it_has() {
    String token = resigned(Account.API_SECRET, claims -> claims.put("nbf", NOW + 10));

    assertEquals(20105, refused(token, NOW + 9).code());
    assertEquals(NOW + 10, check.verify(token, NOW + 10).notBefore());
  }

  @Test
  void text_that_is_no_token_is_refused_with_what_was_found() {
    assertRefused(
        TokenFault.MALFORMED,
        "Invalid Access Token: a token has three parts with a dot between them,"
            + " header.claims.signature; this one has 1",
        "nonsense",
        NOW);
    assertEquals(20101, refused("a.b.c", NOW).code());
    assertEquals(20101, refused("", NOW).code());
    assertEquals(20101, refused("!.!.!", NOW).code());
  }

  @Test
  void other_algorithm_is_refused_even_when_it_needs_no_signature() {
    ObjectNode header = JSON.createObjectNode().put("typ", "JWT").put("alg", "none");
    String token = Jwt.write(header, claims(), Account.API_SECRET);

    assertEquals(20102, refused(token, NOW).code());
  }

  @Test
  void token_without_expiry_is_refused() {
    BadToken bad = refused(resigned(Account.API_SECRET, claims -> claims.remove("exp")), NOW);

    assertEquals(20104, bad.code());
    assertTrue(bad.getMessage().contains("'exp' is missing"), bad.getMessage());
  }

  @Test
  @Pins("TOKEN-08")
  void each_product_misses_its_own_grant_alone() {
    AccessToken token = check.verify(mint.make("agent_a", NOW, 60, VOICE, null, null), NOW);

    assertEquals(VOICE, token.requireVoice());
    assertEquals(TokenFault.GRANTS, assertThrows(BadToken.class, token::requireSync).fault());
    assertEquals(TokenFault.GRANTS, assertThrows(BadToken.class, token::requireTaskRouter).fault());
  }

  @Test
  @Pins("TOKEN-10")
  void believed_token_need_not_be_signed_or_in_time() {
    String token = resigned("something else", claims -> claims.put("exp", 1));

    assertEquals("agent_a", check.believe(token).identity());
  }

  private BadToken refused(String token, long now) {
    return assertThrows(BadToken.class, () -> check.verify(token, now));
  }

  private void assertRefused(TokenFault fault, String message, String token, long now) {
    BadToken bad = refused(token, now);
    assertEquals(message, bad.getMessage());
    assertEquals(fault, bad.fault());
  }

  private ObjectNode claims() {
    return (ObjectNode) Jwt.parse(mint.make("agent_a", NOW, 60, VOICE, null, null)).claims();
  }

  private String resigned(String secret, Consumer<ObjectNode> change) {
    Jwt jwt = Jwt.parse(mint.make("agent_a", NOW, 60, VOICE, null, null));
    ObjectNode claims = claims();
    change.accept(claims);
    return Jwt.write(jwt.header(), claims, secret);
  }
}
