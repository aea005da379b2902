package dev.partyline.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.base.Page;
import com.twilio.base.Resource;
import com.twilio.base.ResourceSet;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Application;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Conference;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Key;
import com.twilio.rest.api.v2010.account.NewKey;
import com.twilio.rest.api.v2010.account.Token;
import com.twilio.rest.api.v2010.account.conference.Participant;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.knob.Knobs;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.server.DoorSettings;
import dev.partyline.server.Doors;
import dev.partyline.server.LivePlatform;
import dev.partyline.server.LiveSettings;
import dev.partyline.server.http.Api;
import dev.partyline.world.Account;
import dev.partyline.world.Party;
import dev.partyline.world.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.http.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The vendor's Java SDK over a real socket: each CORE operation, its pages, errors and repeats. */
class SdkOverSocketsTest {

  private static final PhoneNumber CUSTOMER = new PhoneNumber(Stage.CUSTOMER);
  private static final PhoneNumber OWN = new PhoneNumber(Account.NUMBER);
  private static final Twiml SILENCE = new Twiml("<Response><Pause length=\"300\"/></Response>");

  private final AtomicInteger wireAttempts = new AtomicInteger();
  private LivePlatform platform;
  private Doors door;
  private LoopbackClient http;
  private TwilioRestClient client;

  @BeforeEach
  void open() {
    platform = LivePlatform.start(LiveSettings.standard());
    platform.clock().freeze();
    platform.ask(world -> add(world)).join();
    door = Doors.open(new SometimesBusy(), DoorSettings.plain(), routes -> {});
    http = new LoopbackClient(door.port());
    client = new TwilioRestClient.Builder(Account.SID, Account.TOKEN).httpClient(http).build();
  }

  /** The platform, but for one call, about which it is always too busy to talk. */
  private final class SometimesBusy implements Api {
    private final Api inside = Doors.api(platform);

    @Override
    public CompletableFuture<RestResponse> handle(RestRequest request) {
      if (request.path().endsWith(Stage.sid("CA", 0xb) + ".json")) {
        wireAttempts.incrementAndGet();
        return CompletableFuture.completedFuture(
            RestResponse.error(429, 20429, "Too Many Requests"));
      }
      return inside.handle(request);
    }

    @Override
    public int restConcurrency() {
      return 0;
    }
  }

  private static Void add(dev.partyline.world.World world) {
    world.add(new Party("customer-1", Stage.CUSTOMER, "call-1"));
    return null;
  }

  @AfterEach
  void close() {
    door.close();
    platform.close();
  }

  private void later(int seconds) {
    platform.clock().advance(Duration.ofSeconds(seconds));
  }

  private static <T extends Resource> List<T> all(ResourceSet<T> set) {
    List<T> all = new ArrayList<>();
    set.forEach(all::add);
    return all;
  }

  private Call answeredCall() {
    for (int i = 0; i < 20; i++) {
      Call call = Call.creator(CUSTOMER, OWN, SILENCE).create(client);
      later(12);
      call = Call.fetcher(call.getSid()).fetch(client);
      if (call.getStatus() == Call.Status.IN_PROGRESS) {
        return call;
      }
    }
    throw new AssertionError("the customer never answers");
  }

  private Participant connectedParticipant() {
    for (int i = 0; i < 20; i++) {
      Participant made =
          Participant.creator("Sales 営業", OWN, CUSTOMER).setLabel("customer").create(client);
      assertEquals(Participant.Status.QUEUED, made.getStatus());
      later(12);
      for (Participant there : all(Participant.reader(made.getConferenceSid()).read(client))) {
        if (there.getStatus() == Participant.Status.CONNECTED) {
          return there;
        }
      }
      later(90);
    }
    throw new AssertionError("the customer never answers");
  }

  @Test
  void call_is_created_fetched_updated_read_and_deleted() {
    String sid = answeredCall().getSid();

    Call ended = Call.updater(sid).setStatus(Call.UpdateStatus.COMPLETED).update(client);

    assertEquals(Call.Status.COMPLETED, ended.getStatus());
    assertNotNull(ended.getStartTime());
    assertNotNull(ended.getEndTime());
    assertEquals(
        List.of(sid),
        all(Call.reader().setStatus(Call.Status.COMPLETED).read(client)).stream()
            .map(Call::getSid)
            .filter(sid::equals)
            .toList());
    assertTrue(Call.deleter(sid).delete(client));
    ApiException gone = assertThrows(ApiException.class, () -> Call.fetcher(sid).fetch(client));
    assertEquals(404, gone.getStatusCode());
    assertEquals(20404, gone.getCode());
  }

  @Test
  void conference_and_participants_are_created_fetched_updated_read_and_deleted() {
    Participant made = connectedParticipant();
    String room = made.getConferenceSid();

    assertEquals("Sales 営業", Conference.fetcher(room).fetch(client).getFriendlyName());
    assertEquals(
        room, all(Conference.reader().setFriendlyName("Sales 営業").read(client)).get(0).getSid());
    assertEquals(made.getCallSid(), all(Participant.reader(room).read(client)).get(0).getCallSid());
    Participant muted = Participant.updater(room, "customer").setMuted(true).update(client);
    assertTrue(muted.getMuted());
    assertTrue(Participant.fetcher(room, made.getCallSid()).fetch(client).getMuted());
    assertTrue(Participant.deleter(room, made.getCallSid()).delete(client));
    assertThrows(
        ApiException.class, () -> Participant.fetcher(room, made.getCallSid()).fetch(client));

    String other = Participant.creator("other", OWN, CUSTOMER).create(client).getConferenceSid();
    Conference over =
        Conference.updater(other).setStatus(Conference.UpdateStatus.COMPLETED).update(client);
    assertEquals(Conference.Status.COMPLETED, over.getStatus());
    assertTrue(all(Participant.reader(other).read(client)).isEmpty());
  }

  @Test
  void number_is_bought_fetched_changed_read_and_released() {
    IncomingPhoneNumber bought =
        IncomingPhoneNumber.creator(new PhoneNumber("+81345678901"))
            .setVoiceUrl("https://app.example.com/voice")
            .create(client);
    String sid = bought.getSid();

    assertEquals(
        "https://app.example.com/voice",
        IncomingPhoneNumber.fetcher(sid).fetch(client).getVoiceUrl().toString());
    assertEquals(
        "desk",
        IncomingPhoneNumber.updater(sid).setFriendlyName("desk").update(client).getFriendlyName());
    assertEquals(2, all(IncomingPhoneNumber.reader().read(client)).size());
    assertTrue(IncomingPhoneNumber.deleter(sid).delete(client));
    assertEquals(1, all(IncomingPhoneNumber.reader().read(client)).size());
  }

  @Test
  void application_account_key_and_token_are_served() {
    Application application = Application.creator().setFriendlyName("desk").create(client);
    assertEquals(
        "https://app.example.com/v",
        Application.updater(application.getSid())
            .setVoiceUrl("https://app.example.com/v")
            .update(client)
            .getVoiceUrl()
            .toString());
    assertEquals(2, all(Application.reader().read(client)).size());
    assertTrue(Application.deleter(application.getSid()).delete(client));

    var account = com.twilio.rest.api.v2010.Account.fetcher().fetch(client);
    assertEquals(Account.SID, account.getSid());

    NewKey key = NewKey.creator().setFriendlyName("ci").create(client);
    assertNotNull(key.getSecret());
    assertEquals("ci", Key.fetcher(key.getSid()).fetch(client).getFriendlyName());
    TwilioRestClient byKey =
        new TwilioRestClient.Builder(key.getSid(), key.getSecret())
            .accountSid(Account.SID)
            .httpClient(http)
            .build();
    assertFalse(Call.reader().read(byKey).iterator().hasNext());
    assertTrue(Key.deleter(key.getSid()).delete(client));
    assertThrows(ApiException.class, () -> Call.reader().firstPage(byKey));

    assertNotNull(Token.creator().setTtl(60).create(client).getPassword());
  }

  @Test
  void pages_are_walked_forth_and_back() {
    for (int i = 0; i < 7; i++) {
      Call.creator(CUSTOMER, OWN, SILENCE).create(client);
    }

    Page<Call> first = Call.reader().pageSize(3).firstPage(client);
    Page<Call> second = Call.reader().nextPage(first, client);
    Page<Call> third = Call.reader().nextPage(second, client);
    Page<Call> back = Call.reader().previousPage(third, client);

    assertEquals(1, third.getRecords().size());
    assertFalse(third.hasNextPage());
    assertEquals(second.getRecords(), back.getRecords());
    assertEquals(
        second.getRecords(),
        Call.reader()
            .getPage("https://api.twilio.com" + path(first.getNextPageUrl("api")), client)
            .getRecords());
    assertEquals(7, all(Call.reader().pageSize(2).read(client)).size());
    assertEquals(5, all(Call.reader().limit(5).read(client)).size());
  }

  private static String path(String url) {
    return url.substring(url.indexOf("/2010"));
  }

  @Test
  void errors_are_read_with_code_status_message_and_address() {
    ApiException noNumber =
        assertThrows(
            ApiException.class,
            () -> Call.creator(new PhoneNumber(""), OWN, SILENCE).create(client));
    assertEquals(21201, noNumber.getCode());
    assertEquals(400, noNumber.getStatusCode());
    assertEquals("https://www.twilio.com/docs/errors/21201", noNumber.getMoreInfo());

    TwilioRestClient wrong =
        new TwilioRestClient.Builder(Account.SID, "wrong").httpClient(http).build();
    ApiException refused = assertThrows(ApiException.class, () -> Call.reader().firstPage(wrong));
    assertEquals(20003, refused.getCode());
    assertEquals(401, refused.getStatusCode());
  }

  @Test
  void answer_503_after_the_commit_makes_six_calls_of_one() {
    platform.reset(Knobs.standard().with(Map.of(Knob.REST_FAIL_AFTER_COMMIT, "1")));

    ApiException failed =
        assertThrows(ApiException.class, () -> Call.creator(CUSTOMER, OWN, SILENCE).create(client));

    assertEquals(503, failed.getStatusCode());
    assertEquals(6, happened(Happening.RestSent.class));
    assertEquals(6, happened(Happening.LegCreated.class));
    assertEquals(3, http.seen().size());
  }

  private long happened(Class<? extends Happening> kind) {
    return platform.entries(0, Long.MAX_VALUE).stream()
        .filter(entry -> kind.isInstance(entry.what()))
        .count();
  }

  @Test
  void answer_429_is_repeated_once_by_the_transport_and_not_by_the_sdk() {
    ApiException failed =
        assertThrows(ApiException.class, () -> Call.fetcher(Stage.sid("CA", 0xb)).fetch(client));

    assertEquals(20429, failed.getCode());
    assertEquals(429, failed.getStatusCode());
    assertEquals(2, wireAttempts.get());
    assertEquals(1, http.seen().size());
  }

  @Test
  void answers_carry_the_headers_of_the_platform() {
    Call.reader().firstPage(client);
    Header[] headers = http.seen().get(0).response().getHeaders();

    assertTrue(header(headers, "Twilio-Request-Id").matches("RQ[0-9a-f]{32}"));
    assertTrue(header(headers, "Twilio-Request-Duration").matches("\\d+\\.\\d{3}"));
    assertEquals("1", header(headers, "Twilio-Concurrent-Requests"));
    assertEquals("*", header(headers, "Access-Control-Allow-Origin"));
    assertEquals("true", header(headers, "Access-Control-Allow-Credentials"));
    assertEquals("GET, POST, DELETE, OPTIONS", header(headers, "Access-Control-Allow-Methods"));
    assertEquals("ETag", header(headers, "Access-Control-Expose-Headers"));
    assertEquals("AT-5000", header(headers, "X-Powered-By"));
    assertEquals("none", header(headers, "X-Shenanigans"));
    assertEquals("us1", header(headers, "X-Home-Region"));
    assertEquals("api.twilio.com", header(headers, "X-API-Domain"));
    assertEquals("max-age=31536000", header(headers, "Strict-Transport-Security"));
    assertEquals("application/json", header(headers, "Content-Type"));
    assertNotNull(header(headers, "Date"));
    assertNull(header(headers, "WWW-Authenticate"));
  }

  private static String header(Header[] headers, String name) {
    return Arrays.stream(headers)
        .filter(header -> header.getName().equalsIgnoreCase(name))
        .map(Header::getValue)
        .findFirst()
        .orElse(null);
  }
}
