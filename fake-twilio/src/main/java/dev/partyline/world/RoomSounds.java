package dev.partyline.world;

import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.script.SoundTrack;
import dev.partyline.telephony.Conference;
import dev.partyline.telephony.Participant;
import dev.partyline.telephony.SoundSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The documents that are heard in conferences: while waiting, on hold, and as announcements. */
final class RoomSounds {

  private static final int NO_WAIT_DOCUMENT = 13_233;

  private final World world;
  private final Hearing hearing;
  private final Map<Participant, Playing> playing = new LinkedHashMap<>();
  private final Map<Object, Announcement> announcements = new LinkedHashMap<>();

  RoomSounds(World world, Hearing hearing) {
    this.world = world;
    this.hearing = hearing;
  }

  /** What is played to a participant while it waits or is held, in words; empty for silence. */
  String own(Participant one) {
    SoundSource source = one.hold() ? one.holdSound() : one.waitSound();
    if (source.isMusic()) {
      return "music";
    }
    Playing now = playing.get(one);
    return now == null ? "" : now.sound;
  }

  /** What is announced to a participant now, in words; null when nothing is. */
  String announced(Participant one) {
    if (announcements.isEmpty()) {
      return null;
    }
    Announcement own = announcements.get(one);
    if (own != null && own.sound != null) {
      return own.sound;
    }
    Announcement all = announcements.get(one.conference());
    return all == null || one.hold() ? null : all.sound;
  }

  // ---- waiting and hold ----

  /** Starts and stops documents as the people in a conference now wait, are held or are gone. */
  void retune(Conference room) {
    if (!playing.isEmpty() || !announcements.isEmpty()) {
      stopForThoseWhoLeft();
    }
    List<Participant> people = room.participants();
    for (int i = 0; i < people.size(); i++) {
      Participant one = people.get(i);
      if (one.connected()) {
        retune(room, one);
      }
    }
  }

  private void retune(Conference room, Participant one) {
    SoundSource wanted =
        one.hold() ? one.holdSound() : room.started() ? SoundSource.MUSIC : one.waitSound();
    Playing now = playing.get(one);
    boolean hold = one.hold();
    if (now != null && now.source.equals(wanted) && now.hold == hold) {
      return;
    }
    if (now != null) {
      now.stop();
      playing.remove(one);
    }
    if (wanted.isDocument()) {
      Playing next = new Playing(one, wanted, hold);
      playing.put(one, next);
      next.start();
    }
  }

  private void stopForThoseWhoLeft() {
    for (Playing now : new ArrayList<>(playing.values())) {
      if (!now.one.connected()) {
        now.stop();
        playing.remove(now.one);
      }
    }
    for (Map.Entry<Object, Announcement> entry : new ArrayList<>(announcements.entrySet())) {
      if (entry.getValue().isOver()) {
        entry.getValue().stop();
        announcements.remove(entry.getKey());
      }
    }
  }

  /** A document that one participant hears while it waits or is held. */
  private final class Playing implements SoundTrack.Listener {
    private final Participant one;
    private final SoundSource source;
    private final boolean hold;
    private SoundTrack track;
    private boolean stopped;
    private String sound = "";

    Playing(Participant one, SoundSource source, boolean hold) {
      this.one = one;
      this.source = source;
      this.hold = hold;
    }

    void start() {
      String kind = hold ? "hold" : "wait";
      Map<String, String> params =
          world.callbacks().callParams(one.call(), one.call().status().word());
      params.put("ConferenceSid", one.conference().sid());
      SoundTrack begun =
          world
              .tracks()
              .start(
                  new SoundTrack.Order(
                      world.role(one.call()) + "." + kind,
                      kind,
                      one.call().sid(),
                      one.conference().sid(),
                      source.url(),
                      source.method(),
                      params),
                  this);
      track = begun;
      if (stopped) {
        begun.stop();
      }
    }

    void stop() {
      stopped = true;
      if (track != null) {
        track.stop();
      }
    }

    @Override
    public void plays(String now) {
      sound = now;
      hearing.refresh(one.conference());
    }

    @Override
    public void ranOut() {
      // silence from now on (CONF-47)
    }

    /** CONF-48 for a leg that is in already: it is dropped, or hears silence. */
    @Override
    public void failed(int code, String text) {
      plays("");
      boolean neverHeard = !hold && !one.call().hasDocument();
      world.note(
          new Happening.Noted(
              one.call().sid(),
              hold ? code : NO_WAIT_DOCUMENT,
              neverHeard ? "error" : "warning",
              text));
      if (neverHeard && world.knobs().is(Knob.CONF_WAIT_URL_FAILURE, "leaveDial")) {
        world.carryOut((telephony, now, effects) -> telephony.drop(one, now, effects));
      }
    }

    @Override
    public void tooLong(String url) {
      plays("");
    }
  }

  // ---- announcements ----

  /** Announces something to one participant, who alone hears it (PART-45). */
  void announce(Participant one, SoundSource source) {
    Map<String, String> params =
        world.callbacks().callParams(one.call(), one.call().status().word());
    params.put("ConferenceSid", one.conference().sid());
    begin(one, new Announcement(one.conference(), one, source), params);
  }

  /** Announces something to everybody in a conference who is not on hold (CONF-49). */
  void announce(Conference room, SoundSource source) {
    Map<String, String> params = new LinkedHashMap<>();
    params.put("AccountSid", world.accountOf(room.sid()));
    params.put("ApiVersion", "2010-04-01");
    params.put("ConferenceSid", room.sid());
    params.put("FriendlyName", room.name());
    begin(room, new Announcement(room, null, source), params);
  }

  /** A new announcement takes the place of one that is still heard. */
  private void begin(Object target, Announcement announcement, Map<String, String> params) {
    Announcement before = announcements.put(target, announcement);
    if (before != null) {
      before.stop();
    }
    announcement.start(params);
  }

  /** An announcement to one participant or, when that is null, to a conference. */
  private final class Announcement implements SoundTrack.Listener {
    private final Conference room;
    private final Participant one;
    private final SoundSource source;
    private SoundTrack track;
    private String sound;

    Announcement(Conference room, Participant one, SoundSource source) {
      this.room = room;
      this.one = one;
      this.source = source;
    }

    boolean isOver() {
      return one == null ? !room.isLive() : !one.connected();
    }

    void start(Map<String, String> params) {
      String who = one == null ? world.room(room) : world.role(one.call());
      track =
          world
              .tracks()
              .start(
                  new SoundTrack.Order(
                      who + ".announce",
                      "announce",
                      one == null ? null : one.call().sid(),
                      room.sid(),
                      source.url(),
                      source.method(),
                      params),
                  this);
    }

    void stop() {
      track.stop();
    }

    private void over() {
      sound = null;
      announcements.remove(one == null ? room : one, this);
      hearing.refresh(room);
    }

    @Override
    public void plays(String now) {
      sound = "announcement: " + (now.isEmpty() ? "silence" : now);
      hearing.refresh(room);
    }

    @Override
    public void ranOut() {
      over();
      world.callbacks().announcement(room, one, "announcement-end", source.url(), null);
    }

    /** CB-11: what the application did wrong is logged and is no event. */
    @Override
    public void failed(int code, String text) {
      over();
      world.note(new Happening.Noted(one == null ? null : one.call().sid(), code, "warning", text));
    }

    @Override
    public void tooLong(String url) {
      over();
      world
          .callbacks()
          .announcement(room, one, "announcement-fail", source.url(), "Timed out playing " + url);
    }
  }
}
