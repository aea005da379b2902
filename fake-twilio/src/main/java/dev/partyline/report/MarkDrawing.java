package dev.partyline.report;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.journal.Happening.AppBelieved;
import dev.partyline.journal.Happening.AppFailed;
import dev.partyline.journal.Happening.ConferenceEnded;
import dev.partyline.journal.Happening.ConferenceOpened;
import dev.partyline.journal.Happening.ConferenceStarted;
import dev.partyline.journal.Happening.Leaked;
import dev.partyline.journal.Happening.LegCreated;
import dev.partyline.journal.Happening.LegStatus;
import dev.partyline.journal.Happening.Noted;
import dev.partyline.journal.Happening.ParticipantAdded;
import dev.partyline.journal.Happening.ParticipantJoined;
import dev.partyline.journal.Happening.ParticipantLeft;
import dev.partyline.journal.Happening.PhoneActed;
import dev.partyline.journal.Happening.RestHandled;
import dev.partyline.journal.Happening.RestReturned;
import dev.partyline.journal.Happening.RestSent;
import dev.partyline.journal.Happening.RunFinished;
import dev.partyline.journal.Happening.WebhookAnswered;
import dev.partyline.journal.Happening.WebhookFailed;
import dev.partyline.journal.Happening.WebhookLost;
import dev.partyline.journal.Happening.WebhookQueued;
import dev.partyline.journal.Happening.WebhookSent;
import dev.partyline.journal.PhoneAction;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws what happens between lifelines: one linked mark an entry. */
final class MarkDrawing {

  private static final int LABEL = 44;
  private static final int APP_LABEL = 40;

  private final Cast cast;
  private final Lifelines lifelines;
  private final Rows rows;
  private final List<Entry> drawn;
  private final Set<String> told = new LinkedHashSet<>();
  private final Occupancy occupancy = new Occupancy();
  private final Map<String, Long> restSent = new LinkedHashMap<>();
  private final Map<String, Long> restHandled = new LinkedHashMap<>();
  private final Map<String, Long> queued = new LinkedHashMap<>();
  private final Map<String, Long> reached = new LinkedHashMap<>();
  private final Set<String> delivered = new LinkedHashSet<>();
  private Pen pen;

  MarkDrawing(Cast cast, Lifelines lifelines, Rows rows, List<Entry> drawn) {
    this.cast = cast;
    this.lifelines = lifelines;
    this.rows = rows;
    this.drawn = drawn;
    for (Entry entry : drawn) {
      if (entry.what() instanceof PhoneActed acted && acted.call() != null) {
        told.add(acted.call() + "@" + entry.at());
      }
    }
  }

  /** Draws all marks, their texts above every shape. */
  void draw(Markup out) {
    Markup texts = new Markup();
    for (Entry entry : drawn) {
      occupancy.see(entry.what());
      Markup shape = new Markup();
      Markup text = new Markup();
      pen = new Pen(shape, text);
      mark(entry, rows.yOf(entry.seq()));
      link(out, entry, shape);
      link(texts, entry, text);
    }
    out.trusted(texts.toString());
  }

  private void link(Markup out, Entry entry, Markup drawing) {
    if (drawing.length() == 0) {
      return;
    }
    String number = String.valueOf(entry.seq());
    String style = "mark " + EntryWords.family(entry.what());
    out.open("a", "href", "#e" + number, "data-e", number, "class", style);
    String hint = Times.exact(entry.at()) + "  " + EntryWords.of(entry.what(), cast);
    out.leaf("title", JournalTable.cut(hint));
    out.trusted(drawing.toString()).close().line();
  }

  private void mark(Entry entry, double y) {
    Happening what = entry.what();
    if (what instanceof PhoneActed acted) {
      phone(acted, y);
    } else if (what instanceof LegCreated leg) {
      legCreated(leg, y);
    } else if (what instanceof LegStatus status) {
      legStatus(status, entry.at(), y);
    } else if (what instanceof ConferenceOpened opened) {
      String callbacks = Cast.callbackless(opened) ? ", no status callbacks" : "";
      String another = cast.earlierOfSameName(opened) > 0 ? " again" : "";
      room(
          opened.conference(),
          y,
          Sids.brief(opened.conference())
              + " \""
              + Sids.briefIn(opened.name())
              + "\""
              + another
              + ": init"
              + callbacks,
          "label strong");
    } else if (what instanceof ConferenceStarted started) {
      int x = lifelines.ofConference(started.conference());
      if (x >= 0) {
        pen.text(x + 18, y + 12, Pen.Anchor.START, "label", "in-progress", LABEL);
      }
    } else if (what instanceof ConferenceEnded ended) {
      room(ended.conference(), y, "ended: " + EntryWords.reason(ended.reason()), "label strong");
    } else if (what instanceof ParticipantAdded added) {
      member(added.call(), added.conference(), y, true, "flow later", "is bound to it");
    } else if (what instanceof ParticipantJoined joined) {
      member(joined.call(), joined.conference(), y, true, "flow", "joins");
      count(joined.conference(), y);
    } else if (what instanceof ParticipantLeft left) {
      member(left.call(), left.conference(), y, false, "flow", leave(left.reason()));
      count(left.conference(), y);
    } else if (what instanceof AppBelieved belief) {
      String text = "believes " + cast.leg(belief.call()) + " is " + belief.status();
      pen.dot(lifelines.app(), y, 3, "point");
      pen.text(lifelines.app() + 12, y + 4, Pen.Anchor.START, "label", text, APP_LABEL);
    } else if (what instanceof AppFailed failed) {
      fault(lifelines.app(), y, failed.error());
    } else if (what instanceof Leaked leaked) {
      fault(lifelines.app(), y, "blocks unseen: " + leaked.what());
    } else if (what instanceof Noted noted) {
      pen.dot(lifelines.platform(), y, 4, "point");
      String text = EntryWords.logged(noted) + ": " + noted.text();
      pen.text(lifelines.platform() + 12, y + 4, Pen.Anchor.START, "label", text, LABEL);
    } else if (what instanceof RunFinished finished) {
      pen.line(Lifelines.AXIS, y, lifelines.width(), y, "finish");
      pen.text(
          lifelines.width() - 8,
          y + 15,
          Pen.Anchor.END,
          "label",
          "end of run: " + finished.outcome(),
          LABEL);
    } else {
      traffic(entry, y);
    }
  }

  private void phone(PhoneActed acted, double y) {
    int x = lifelines.ofParty(acted.party());
    if (x < 0) {
      return;
    }
    int platform = lifelines.platform();
    switch (acted.action()) {
      case PhoneAction.RINGS -> pen.arrow(platform, y, x + 6, y, "flow thin later");
      case PhoneAction.RINGS_OUT -> pen.dot(x, y, 4, "point");
      case PhoneAction.PRESSES_HANG_UP -> pen.arrow(x + 6, y, lifelines.app() - 2, y, "flow thin");
      default -> pen.arrow(x + 6, y, platform - 2, y, "flow thin");
    }
    pen.text(x + 11, y - 5, Pen.Anchor.START, "label strong", acted.action(), LABEL);
  }

  private void legCreated(LegCreated leg, double y) {
    int x = lifelines.ofLeg(leg.call());
    if (x < 0) {
      return;
    }
    if ("inbound".equals(leg.direction())) {
      pen.dot(x, y, 4, "point");
      return;
    }
    pen.arrow(lifelines.platform(), y, x + 6, y, "flow thin");
    String text = "is called (" + Sids.brief(leg.call()) + ")";
    pen.text(x + 11, y - 5, Pen.Anchor.START, "label", text, LABEL);
  }

  private void legStatus(LegStatus status, long at, double y) {
    int x = lifelines.ofLeg(status.call());
    if (x < 0) {
      return;
    }
    pen.dot(x, y, 3, "point");
    if (!status.status().equals("queued") && !told.contains(status.call() + "@" + at)) {
      pen.text(x + 11, y + 12, Pen.Anchor.START, "label faint", status.status(), 16);
    }
  }

  private void room(String conference, double y, String text, String style) {
    int x = lifelines.ofConference(conference);
    if (x >= 0) {
      pen.text(x + 18, y + 4, Pen.Anchor.START, style, text, 52);
    }
  }

  private void member(
      String call, String conference, double y, boolean inward, String style, String text) {
    int phone = lifelines.ofLeg(call);
    int room = lifelines.ofConference(conference);
    if (phone < 0 || room < 0) {
      return;
    }
    int side = room > phone ? 1 : -1;
    double atPhone = phone + 6.0 * side;
    double atRoom = room - 13.0 * side;
    if (inward) {
      pen.arrow(atPhone, y, atRoom, y, style);
    } else {
      pen.arrow(atRoom, y, atPhone, y, style);
    }
    Pen.Anchor anchor = side > 0 ? Pen.Anchor.START : Pen.Anchor.END;
    pen.text(phone + 11.0 * side, y - 5, anchor, "label", text, LABEL);
  }

  private static String leave(String reason) {
    return switch (String.valueOf(reason)) {
      case "participant_add_failed" -> "never gets in";
      case "participant_hung_up" -> "leaves";
      case "moderator_ended_conference", "conference_ended_via_api" -> "is put out";
      case "participant_updated_via_api" -> "is taken out";
      default -> "leaves: " + reason;
    };
  }

  private void count(String conference, double y) {
    int x = lifelines.ofConference(conference);
    if (x >= 0) {
      String count = String.valueOf(occupancy.in(conference).size());
      pen.dot(x, y, 8.5, "badge");
      pen.text(x, y + 4, Pen.Anchor.MIDDLE, "count", count, 3);
    }
  }

  private void fault(int x, double y, String text) {
    pen.cross(x, y, "fault");
    pen.text(x + 12, y + 4, Pen.Anchor.START, "label strong", text, APP_LABEL);
  }

  private void traffic(Entry entry, double y) {
    Happening what = entry.what();
    int platform = lifelines.platform();
    int app = lifelines.app();
    if (what instanceof RestSent sent) {
      restSent.put(sent.request(), entry.seq());
      pen.dot(app, y, 3, "point");
      pen.text(app + 12, y + 4, Pen.Anchor.START, "label", restLabel(sent), APP_LABEL);
      if (!cast.handled.containsKey(sent.request())) {
        pen.arrow(app, y, platform + 150, y + 8, "flow later");
        pen.cross(platform + 145, y + 8, "fault");
      }
    } else if (what instanceof RestHandled handled) {
      restHandled.put(handled.request(), entry.seq());
      pen.arrow(app, from(restSent, handled.request(), y), platform + 2, y, "flow");
      boolean bad = handled.status() >= 400 || handled.fault() != null;
      String fault = handled.fault() == null ? "" : " " + handled.fault();
      String text = handled.status() + (handled.code() == 0 ? "" : "/" + handled.code()) + fault;
      pen.text(platform - 9, y + 4, Pen.Anchor.END, bad ? "label wrong" : "label", text, 22);
    } else if (what instanceof RestReturned returned) {
      pen.arrow(platform, from(restHandled, returned.request(), y), app - 2, y, "flow later");
      boolean bad = returned.status() >= 400;
      pen.text(
          app + 12,
          y + 4,
          Pen.Anchor.START,
          bad ? "label wrong" : "label",
          "gets " + returned.status(),
          APP_LABEL);
    } else if (what instanceof WebhookQueued hook) {
      queued.put(hook.webhook(), entry.seq());
      pen.dot(platform, y, 3, "point");
      pen.text(
          platform + 9, y - 5, Pen.Anchor.START, "label", WebhookWords.label(hook, cast), LABEL);
    } else if (what instanceof WebhookSent hook) {
      webhookSent(entry, hook, y);
    } else if (what instanceof WebhookAnswered hook) {
      pen.arrow(app, from(reached, hook.webhook(), y), platform + 2, y, "flow later");
      boolean bad = hook.status() >= 400;
      pen.text(
          platform - 9, y + 4, Pen.Anchor.END, bad ? "label wrong" : "label", answer(hook), 26);
    } else if (what instanceof WebhookFailed hook) {
      pen.cross(platform + 2, y, "fault");
      pen.text(platform - 9, y + 4, Pen.Anchor.END, "label wrong", "fails: " + hook.code(), 22);
    } else if (what instanceof WebhookLost hook) {
      double start = from(queued, hook.webhook(), y);
      pen.arrow(platform, start, app - 90, y, "flow later");
      pen.cross(app - 86, y, "fault");
      pen.text(app - 74, y + 4, Pen.Anchor.START, "label wrong", "lost", 10);
    }
  }

  private void webhookSent(Entry entry, WebhookSent hook, double y) {
    boolean again = !delivered.add(hook.webhook());
    reached.put(hook.webhook(), entry.seq());
    int app = lifelines.app();
    pen.arrow(lifelines.platform(), from(queued, hook.webhook(), y), app - 2, y, "flow");
    String twice = again ? (hook.attempt() > 1 ? ", attempt " + hook.attempt() : ", again") : "";
    String text = "hears " + RestWords.pathOf(Masks.text(hook.url())) + twice;
    pen.text(app + 12, y + 4, Pen.Anchor.START, again ? "label wrong" : "label", text, APP_LABEL);
  }

  private String restLabel(RestSent sent) {
    if (RestWords.changesCalls(sent)) {
      String deed = RestWords.deed(sent, cast);
      return Sids.briefIn(Masks.text(deed.startsWith("sends ") ? deed.substring(6) : deed));
    }
    return RestWords.shortly(sent);
  }

  private static String answer(WebhookAnswered hook) {
    String verbs = Verbs.of(hook.body());
    return hook.status() + (verbs.isEmpty() ? "" : " " + verbs);
  }

  /** The row where a message set out; its own when that is not drawn. */
  private double from(Map<String, Long> starts, String message, double otherwise) {
    Long seq = starts.get(message);
    return seq == null || !rows.shows(seq) ? otherwise : rows.yOf(seq);
  }
}
