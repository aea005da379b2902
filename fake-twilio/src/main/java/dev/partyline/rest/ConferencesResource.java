package dev.partyline.rest;

import dev.partyline.knob.Knob;
import dev.partyline.telephony.CallStatus;
import dev.partyline.telephony.Conference;
import dev.partyline.telephony.Participant;
import dev.partyline.telephony.Refusal;
import dev.partyline.telephony.SoundSource;
import java.util.ArrayList;
import java.util.List;

/** {@code …/Conferences.json} and {@code …/Conferences/{Sid}.json} (CONF-37, CONF-52). */
final class ConferencesResource implements Resource {

  private final Backend backend;
  private final Resources resources;

  ConferencesResource(Backend backend, Resources resources) {
    this.backend = backend;
    this.resources = resources;
  }

  @Override
  public void addTo(Routes routes) {
    String all = Routes.ACCOUNT + "/Conferences";
    String one = all + "/{Sid}";
    routes
        .get(all, x -> list(x.account().sid(), x.request(), x.asOf()))
        .get(one, x -> fetch(x.path("Sid"), x.asOf(), x.request()))
        .post(
            one,
            List.of("Status", "AnnounceUrl", "AnnounceMethod"),
            x -> update(x.path("Sid"), x.request()));
  }

  RestResponse list(String account, RestRequest request, AsOf asOf) {
    String name = request.filled("FriendlyName");
    String status = request.filled("Status");
    Days created = new Days(request, "DateCreated");
    Days updated = new Days(request, "DateUpdated");
    List<Conference> rows = new ArrayList<>();
    for (Conference conference : backend.telephony().conferences()) {
      Conference.Status seen = asOf.status(conference);
      if (seen != null
          && backend.accountOf(conference.sid()).equals(account)
          && (name == null || name.equals(conference.name()))
          && (status == null || status.equals(seen.word()))
          && created.hold(backend.time(conference.createdAt()))
          && updated.hold(backend.time(conference.updatedAt()))) {
        rows.add(conference);
      }
    }
    return Page.of(
        request,
        "conferences",
        Page.newestFirst(rows, backend.knobs()),
        Conference::sid,
        (json, conference) -> resources.conference(json, conference, asOf.status(conference)));
  }

  RestResponse fetch(String sid, AsOf asOf, RestRequest request) {
    Conference conference = backend.telephony().conference(sid);
    Conference.Status seen = conference == null ? null : asOf.status(conference);
    if (seen == null) {
      throw RestApi.notFound(request);
    }
    return one(conference, seen);
  }

  RestResponse update(String sid, RestRequest request) {
    Conference conference = backend.telephony().conference(sid);
    if (conference == null) {
      throw RestApi.notFound(request);
    }
    String status = request.filled("Status");
    SoundSource announcement = Form.sound(request, "Announce", "POST");
    if (status != null && !status.equals("completed")) {
      throw Form.bad("Status", status, "completed");
    }
    if (status != null) {
      complete(conference, request);
    } else if (announcement != null && announcement.isDocument()) {
      announce(conference, announcement);
    }
    return one(conference, conference.status());
  }

  private void announce(Conference conference, SoundSource what) {
    if (!conference.isLive()) {
      throw new Refusal(400, 16022, "Conference " + conference.sid() + " is completed");
    }
    backend.announce(conference, what);
  }

  private void complete(Conference conference, RestRequest request) {
    if (!conference.isLive()) {
      if (backend.knobs().is(Knob.CONF_COMPLETE_TWICE, "404")) {
        throw RestApi.notFound(request);
      }
      return;
    }
    if (backend.knobs().is(Knob.CONF_COMPLETE_WHILE_DIALING, "error400")) {
      for (Participant participant : conference.participants()) {
        if (participant.call().status() != CallStatus.IN_PROGRESS) {
          throw new Refusal(
              400,
              16001,
              "Conference " + conference.sid() + " is not active: a call is being dialed");
        }
      }
    }
    backend.complete(conference);
  }

  private RestResponse one(Conference conference, Conference.Status seen) {
    JsonText json = new JsonText();
    resources.conference(json, conference, seen);
    return RestResponse.ok(200, json.toString());
  }
}
