package dev.switchboard.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Conference;
import com.twilio.rest.api.v2010.account.ConferenceReader;
import dev.switchboard.outbound.CallControl.Reason;
import dev.switchboard.outbound.CallControl.Refused;
import dev.switchboard.recovery.LiveRooms;

/** Lists conferences by the REST API. */
public final class TwilioLiveRooms implements LiveRooms {

  private static final long PAGE = 50;

  private final TwilioRestClient client;

  public TwilioLiveRooms(TwilioRestClient client) {
    this.client = client;
  }

  @Override
  public LiveRooms.Page page(String cursor) {
    try {
      com.twilio.base.Page<Conference> page =
          STARTS.contains(cursor)
              ? reader(cursor).firstPage(client)
              : Conference.reader().getPage(cursor, client);
      return new LiveRooms.Page(
          page.getRecords().stream()
              .map(room -> new Room(room.getSid(), room.getFriendlyName()))
              .toList(),
          page.hasNextPage() ? next(page) : null);
    } catch (ApiException refusal) {
      Integer status = refusal.getStatusCode();
      Reason reason = status != null && status == 429 ? Reason.THROTTLED : Reason.UNCLEAR;
      throw new Refused(reason, "list conferences: " + refusal.getMessage(), refusal);
    } catch (RuntimeException broken) {
      throw new Refused(Reason.UNCLEAR, "list conferences: " + broken, broken);
    }
  }

  private static ConferenceReader reader(String status) {
    return Conference.reader().setStatus(Conference.Status.forValue(status)).setPageSize(PAGE);
  }

  private static String next(com.twilio.base.Page<Conference> page) {
    return page.getNextPageUrl("api");
  }
}
