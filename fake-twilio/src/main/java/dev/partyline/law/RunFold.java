package dev.partyline.law;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.journal.Happening.AppBelieved;
import dev.partyline.journal.Happening.AppFailed;
import dev.partyline.journal.Happening.ButtonPressed;
import dev.partyline.journal.Happening.ConferenceEnded;
import dev.partyline.journal.Happening.ConferenceOpened;
import dev.partyline.journal.Happening.ConversationBegan;
import dev.partyline.journal.Happening.InstanceStarted;
import dev.partyline.journal.Happening.InstanceStopped;
import dev.partyline.journal.Happening.Leaked;
import dev.partyline.journal.Happening.LegCreated;
import dev.partyline.journal.Happening.LegStatus;
import dev.partyline.journal.Happening.ParticipantAdded;
import dev.partyline.journal.Happening.ParticipantJoined;
import dev.partyline.journal.Happening.ParticipantLeft;
import dev.partyline.journal.Happening.PhoneActed;
import dev.partyline.journal.Happening.PressAnswered;
import dev.partyline.journal.Happening.QueueJoined;
import dev.partyline.journal.Happening.RestHandled;
import dev.partyline.journal.Happening.RestReturned;
import dev.partyline.journal.Happening.RestSent;
import dev.partyline.journal.Happening.RoutingEvent;
import dev.partyline.journal.Happening.WebhookAnswered;
import dev.partyline.journal.Happening.WebhookFailed;
import dev.partyline.journal.Happening.WebhookLost;
import dev.partyline.journal.Happening.WebhookQueued;
import dev.partyline.journal.Happening.WebhookSent;
import dev.partyline.journal.Journal;
import dev.partyline.journal.PhoneAction;
import java.util.List;
import java.util.Set;

/** Reads a journal from front to back and notes in a {@link Run} what each entry changes. */
final class RunFold {

  private static final Set<String> SUPERVISORS_BUTTONS =
      Set.of("listen", "whisper", "barge", "leave");

  private RunFold() {}

  static void fold(Journal journal, Run run) {
    List<Entry> entries = journal.entries();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      Happening what = entry.what();
      if (!calls(run, entry, what) && !rooms(run, entry, what)) {
        application(run, entry, what);
      }
    }
  }

  private static boolean calls(Run run, Entry entry, Happening what) {
    if (what instanceof LegStatus status) {
      legStatus(run, entry, status);
    } else if (what instanceof LegCreated made) {
      legCreated(run, entry, made);
    } else if (what instanceof PhoneActed act) {
      if (PhoneAction.MACHINE_ANSWERS.equals(act.action()) && run.legs.containsKey(act.call())) {
        run.legs.get(act.call()).machine = true;
      }
      if (act.conversation() != null && act.action() != null) {
        run.conversation(act.conversation()).acted(entry, act);
      }
    } else if (what instanceof ConversationBegan began) {
      Conversation conversation = run.conversation(began.conversation());
      conversation.agent = began.agent().isEmpty() ? null : began.agent();
      conversation.customer = began.customer();
    } else {
      return false;
    }
    return true;
  }

  private static boolean rooms(Run run, Entry entry, Happening what) {
    if (what instanceof ParticipantJoined joined) {
      bind(run, entry, joined.conference(), joined.call(), true);
    } else if (what instanceof ParticipantAdded added) {
      bind(run, entry, added.conference(), added.call(), false);
    } else if (what instanceof ParticipantLeft left) {
      Participation stay = stay(run.conference(left.conference()), run.leg(left.call()));
      if (stay != null) {
        stay.left = entry;
      }
    } else if (what instanceof QueueJoined queued) {
      CallLeg leg = run.legs.get(queued.call());
      if (leg != null && leg.conversation != null && leg.isCustomers()) {
        leg.conversation.waits(entry);
      }
    } else if (what instanceof ConferenceOpened opened) {
      run.conference(opened.conference()).name = opened.name();
    } else if (what instanceof ConferenceEnded ended) {
      conferenceEnded(run.conference(ended.conference()), entry, ended);
    } else {
      return false;
    }
    return true;
  }

  private static void application(Run run, Entry entry, Happening what) {
    if (what instanceof WebhookQueued queued) {
      run.webhook(queued.webhook()).queued = queued;
    } else if (what instanceof WebhookSent sent) {
      run.webhook(sent.webhook()).deliveries.add(new Webhook.Delivery(sent.attempt(), entry));
    } else if (what instanceof WebhookAnswered answer) {
      run.webhook(answer.webhook()).answered(entry, answer);
    } else if (what instanceof WebhookFailed failure) {
      run.webhook(failure.webhook()).failed(entry, failure);
    } else if (what instanceof WebhookLost lost) {
      run.webhook(lost.webhook()).lost = true;
    } else if (what instanceof AppBelieved belief) {
      run.leg(belief.call()).beliefs.add(entry);
    } else if (what instanceof RestSent sent) {
      run.requests.put(sent.request(), new RestCall(entry, sent));
    } else if (what instanceof RestHandled handled) {
      if (run.requests.containsKey(handled.request())) {
        run.requests.get(handled.request()).handled = handled;
      }
    } else if (what instanceof RestReturned returned) {
      if (run.requests.containsKey(returned.request())) {
        run.requests.get(returned.request()).returned = entry;
      }
    } else if (what instanceof PressAnswered answered) {
      if (run.presses.containsKey(answered.press())) {
        run.presses.get(answered.press()).answer = answered;
      }
    } else if (what instanceof InstanceStopped) {
      run.outages.add(new long[] {entry.at(), Run.OPEN});
    } else if (what instanceof InstanceStarted started) {
      run.outages.stream()
          .filter(outage -> outage[1] == Run.OPEN)
          .findFirst()
          .ifPresent(outage -> outage[1] = entry.at());
    } else if (what instanceof ButtonPressed pressed) {
      pressed(run, entry, pressed);
    } else if (what instanceof RoutingEvent event) {
      task(run, entry, event);
    } else if (what instanceof AppFailed || what instanceof Leaked) {
      run.crashes.add(entry);
    }
  }

  private static void legCreated(Run run, Entry entry, LegCreated made) {
    CallLeg leg = run.leg(made.call());
    if (leg.made != null) {
      return;
    }
    leg.made = made;
    leg.created = entry;
    leg.supervising = run.supervisors.contains(made.party());
    if (made.conversation() != null) {
      leg.conversation = run.conversation(made.conversation());
      leg.conversation.legMade(entry, leg);
      for (int i = 0; i < leg.participations.size(); i++) {
        Participation stay = leg.participations.get(i);
        if (stay.left == null) {
          leg.conversation.uses(stay.conference, entry);
        }
      }
    }
  }

  private static void legStatus(Run run, Entry entry, LegStatus status) {
    CallLeg leg = run.leg(status.call());
    if (leg.ended != null) {
      return;
    }
    if (CallStatus.isFinal(status.status())) {
      leg.ended = entry;
      leg.end = status;
      for (int i = 0; i < leg.participations.size(); i++) {
        if (leg.participations.get(i).left == null) {
          leg.participations.get(i).left = entry;
        }
      }
      if (leg.conversation != null) {
        leg.conversation.legEnded(entry, leg);
      }
    } else if (leg.answered == null && CallStatus.IN_PROGRESS.equals(status.status())) {
      leg.answered = entry;
    }
  }

  private static void conferenceEnded(Conference conference, Entry entry, ConferenceEnded ended) {
    if (conference.ended != null) {
      return;
    }
    conference.ended = entry;
    conference.end = ended;
    for (int i = 0; i < conference.participations.size(); i++) {
      if (conference.participations.get(i).left == null) {
        conference.participations.get(i).left = entry;
      }
    }
  }

  /** Notes that a leg is added or connected; nothing that has ended can be bound any more. */
  private static void bind(Run run, Entry entry, String sid, String call, boolean connected) {
    Conference conference = run.conference(sid);
    CallLeg leg = run.leg(call);
    if (conference.ended != null || leg.ended != null) {
      return;
    }
    Participation stay = stay(conference, leg);
    if (stay == null) {
      stay = new Participation(leg, conference, entry);
      conference.participations.add(stay);
      leg.participations.add(stay);
      if (leg.conversation == null) {
        adopt(entry, leg, conference);
      }
      if (leg.conversation != null) {
        leg.conversation.uses(conference, entry);
      }
    }
    if (connected && stay.joined == null) {
      stay.joined = entry;
      meet(conference);
    }
  }

  private static void meet(Conference conference) {
    for (Participation one : conference.participations) {
      for (Participation other : conference.participations) {
        boolean together =
            one.joined != null && one.left == null && other.joined != null && other.left == null;
        if (together && one.leg.isCustomers() && other.leg.isStaffs()) {
          one.leg.conversation.met = true;
        }
      }
    }
  }

  /** A leg that belongs to no conversation belongs to that of the room it comes to. */
  private static void adopt(Entry entry, CallLeg leg, Conference conference) {
    for (int i = 0; i < conference.participations.size(); i++) {
      Conversation conversation = conference.participations.get(i).leg.conversation;
      if (conversation != null && leg.made != null) {
        leg.conversation = conversation;
        conversation.legMade(entry, leg);
        return;
      }
    }
  }

  private static void task(Run run, Entry entry, RoutingEvent event) {
    if (event.reservation() != null && !event.event().equals("reservation.created")) {
      run.settled.putIfAbsent(event.reservation(), entry);
    }
    if (event.task() == null) {
      return;
    }
    CallLeg leg = event.call() == null ? null : run.legs.get(event.call());
    if (leg != null && leg.conversation != null) {
      run.tasks.putIfAbsent(event.task(), leg.conversation);
    }
    Conversation conversation = run.tasks.get(event.task());
    if (conversation == null) {
      return;
    }
    Entry[] life = conversation.tasks.computeIfAbsent(event.task(), t -> new Entry[2]);
    switch (event.event()) {
      case "task.created" -> life[0] = entry;
      case "reservation.created" -> conversation.offers++;
      case "task.completed", "task.canceled", "task.deleted", "task.system-deleted" -> {
        life[1] = life[1] == null ? entry : life[1];
      }
      default -> {
        // it lives
      }
    }
  }

  private static void pressed(Run run, Entry entry, ButtonPressed pressed) {
    run.presses.put(pressed.press(), new Press(entry, pressed));
    if (SUPERVISORS_BUTTONS.contains(pressed.button())) {
      run.supervisors.add(pressed.party());
    }
  }

  /** The stay that lasts, or null. */
  private static Participation stay(Conference conference, CallLeg leg) {
    for (int i = leg.participations.size() - 1; i >= 0; i--) {
      Participation stay = leg.participations.get(i);
      if (stay.conference == conference && stay.left == null) {
        return stay;
      }
    }
    return null;
  }
}
