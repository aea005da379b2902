package dev.partyline.javasdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.base.Page;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Conference;
import com.twilio.rest.api.v2010.account.conference.Participant;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import dev.partyline.behaviour.Pins;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The SDK's own objects read everything that the fake answers. */
class SdkResourcesTest {

  private static final PhoneNumber CUSTOMER = new PhoneNumber(Stage.CUSTOMER);
  private static final PhoneNumber OWN = new PhoneNumber(Account.NUMBER);
  private static final Twiml SILENCE = new Twiml("<Response><Pause length=\"300\"/></Response>");

  static TwilioRestClient client(Stage app) {
    return new TwilioRestClient.Builder(Account.SID, Account.TOKEN)
        .httpClient(new SimHttpClient(app.surroundings()))
        .build();
  }

  @Test
  @Pins({"CALL-02", "CALL-03", "REST-03"})
  void call_is_created_fetched_updated_read_and_deleted() {
    String sid = Stage.sid("CA", 1);
    new Stage()
        .application(
            0,
            app -> {
              Call made = Call.creator(CUSTOMER, OWN, SILENCE).create(client(app));
              assertEquals(sid, made.getSid());
              assertEquals(Call.Status.QUEUED, made.getStatus());
              assertEquals(
                  ZonedDateTime.parse("2026-04-01T00:00:00Z").toInstant(),
                  made.getDateCreated().toInstant());
              assertEquals("outbound-api", made.getDirection());
              assertEquals("0", made.getQueueTime());
              assertEquals(9, made.getSubresourceUris().size());
              assertNull(made.getStartTime());
            })
        .application(
            10_000,
            app -> {
              TwilioRestClient client = client(app);
              assertEquals(Call.Status.IN_PROGRESS, Call.fetcher(sid).fetch(client).getStatus());
              Call ended = Call.updater(sid).setStatus(Call.UpdateStatus.COMPLETED).update(client);
              assertEquals(Call.Status.COMPLETED, ended.getStatus());
              assertEquals("3", ended.getDuration());
              List<String> sids = new ArrayList<>();
              Call.reader().read(client).forEach(call -> sids.add(call.getSid()));
              assertEquals(List.of(sid), sids);
              assertTrue(Call.deleter(sid).delete(client));
              assertFalse(Call.reader().read(client).iterator().hasNext());
            })
        .run();
  }

  @Test
  @Pins("REST-09")
  void conference_and_participant_are_created_fetched_updated_read_and_deleted() {
    String room = Stage.sid("CF", 1);
    List<String> sids = new ArrayList<>();
    new Stage()
        .voice("<Dial><Conference>room</Conference></Dial>")
        .agentDials(0)
        .application(
            1_000,
            app -> {
              Participant made =
                  Participant.creator("room", OWN, CUSTOMER)
                      .setLabel("customer")
                      .setMuted(true)
                      .create(client(app));
              assertEquals(Participant.Status.QUEUED, made.getStatus());
              assertEquals("0", made.getQueueTime());
              assertEquals("customer", made.getLabel());
              assertEquals(room, made.getConferenceSid());
            })
        .application(
            15_000,
            app -> {
              TwilioRestClient client = client(app);
              Participant held = Participant.updater(room, "customer").setHold(true).update(client);
              assertTrue(held.getHold());
              assertTrue(held.getMuted());
              assertEquals(Participant.Status.CONNECTED, held.getStatus());
              Participant.reader(room).read(client).forEach(p -> sids.add(p.getCallSid()));
              assertTrue(Participant.deleter(room, "customer").delete(client));
              assertThrows(
                  ApiException.class, () -> Participant.fetcher(room, "customer").fetch(client));
              Conference live =
                  Conference.reader()
                      .setFriendlyName("room")
                      .setStatus(Conference.Status.IN_PROGRESS)
                      .read(client)
                      .iterator()
                      .next();
              assertEquals(room, live.getSid());
              Conference over =
                  Conference.updater(room)
                      .setStatus(Conference.UpdateStatus.COMPLETED)
                      .update(client);
              assertEquals(Conference.Status.COMPLETED, over.getStatus());
              assertEquals(
                  Conference.ReasonConferenceEnded.CONFERENCE_ENDED_VIA_API,
                  Conference.fetcher(room).fetch(client).getReasonConferenceEnded());
            })
        .run();

    assertEquals(List.of(Stage.sid("CA", 1), Stage.sid("CA", 2)), sids.stream().sorted().toList());
  }

  @Test
  @Pins({"REST-04", "REST-05"})
  void second_page_of_a_list_is_found_by_the_first() {
    Stage stage = new Stage();
    for (int i = 0; i < 5; i++) {
      stage.application(0, app -> Call.creator(CUSTOMER, OWN, SILENCE).create(client(app)));
    }
    stage
        .application(
            1_000,
            app -> {
              TwilioRestClient client = client(app);
              Page<Call> first = Call.reader().pageSize(2).firstPage(client);
              Page<Call> second = Call.reader().nextPage(first, client);
              assertEquals(2, second.getRecords().size());
              assertEquals(Stage.sid("CA", 3), second.getRecords().get(0).getSid());
              Page<Call> back = Call.reader().previousPage(second, client);
              assertEquals(first.getRecords().get(0).getSid(), back.getRecords().get(0).getSid());
              List<Call> all = new ArrayList<>();
              Call.reader().pageSize(2).read(client).forEach(all::add);
              assertEquals(5, all.size());
            })
        .run();
  }

  @Test
  @Pins({"REST-07", "CALL-39"})
  void error_becomes_the_sdks_exception_with_code_status_and_message() {
    new Stage()
        .application(
            0,
            app -> {
              TwilioRestClient client = client(app);
              String sid = Call.creator(CUSTOMER, OWN, SILENCE).create(client).getSid();
              ApiException refused =
                  assertThrows(
                      ApiException.class, () -> Call.updater(sid).setTwiml(SILENCE).update(client));
              assertEquals(21220, refused.getCode());
              assertEquals(400, refused.getStatusCode());
              assertEquals("Call is not in-progress. Cannot redirect.", refused.getMessage());
              assertEquals("https://www.twilio.com/docs/errors/21220", refused.getMoreInfo());
              ApiException missing =
                  assertThrows(
                      ApiException.class, () -> Call.fetcher(Stage.sid("CA", 9)).fetch(client));
              assertEquals(20404, missing.getCode());
              assertEquals(404, missing.getStatusCode());
            })
        .run();
  }
}
