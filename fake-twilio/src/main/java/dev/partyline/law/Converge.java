package dev.partyline.law;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.journal.Happening.AppBelieved;
import dev.partyline.journal.Happening.AppListed;
import dev.partyline.journal.Happening.AppUnlisted;
import dev.partyline.journal.Happening.ButtonPressed;
import dev.partyline.journal.Happening.LegCreated;
import dev.partyline.journal.Happening.LegStatus;
import dev.partyline.journal.Happening.ParticipantChanged;
import dev.partyline.journal.Happening.ParticipantJoined;
import dev.partyline.journal.Happening.ParticipantLeft;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * CONVERGE: when all is quiet, what the application believes is what the platform knows.
 *
 * <p>A conversation is quiet when for the limit nothing has happened to its legs and nobody has
 * pressed anything. Then the call list, if there is one, has a line for it exactly when legs of it
 * are live; the line names these legs and no others, each as it is; and no belief calls a leg live
 * that is over, or over that is live.
 */
public final class Converge implements RunLaw {

  private final long limitMs;

  /** With the standard limit. */
  public Converge() {
    this(Laws.STANDARD_LIMIT_MS);
  }

  /**
   * With a limit of one's own.
   *
   * @param limitMs how long nothing must have happened, in simulated milliseconds
   */
  public Converge(long limitMs) {
    this.limitMs = limitMs;
  }

  @Override
  public String id() {
    return "CONVERGE";
  }

  @Override
  public String sentence() {
    return "When nothing has happened in a conversation for "
        + Wording.seconds(limitMs)
        + ", what the application believes and shows of it is true.";
  }

  @Override
  public Verdict judge(Run run) {
    return new Judge(run).judge();
  }

  private final class Judge {
    private final Run run;
    private final Breaches breaches = new Breaches();
    private final Map<String, AppListed> list = new LinkedHashMap<>();
    private final Map<String, String> statuses = new LinkedHashMap<>();
    private final Map<String, ParticipantChanged> flags = new LinkedHashMap<>();
    private final Map<String, String> beliefs = new LinkedHashMap<>();

    /** When something happened last in a conversation that has not been judged since. */
    private final Map<Conversation, Long> unjudged = new LinkedHashMap<>();

    /** Nothing that waits to be judged is quiet before this. */
    private long nextLook = Long.MAX_VALUE;

    private boolean lists;

    Judge(Run run) {
      this.run = run;
    }

    Verdict judge() {
      for (Entry entry : run.journal) {
        if (nextLook < entry.at()) {
          quietBefore(entry.at());
        }
        read(entry);
      }
      for (Conversation conversation : new ArrayList<>(unjudged.keySet())) {
        if (run.outlasts(Run.OPEN, unjudged.get(conversation) + limitMs)) {
          look(conversation, unjudged.get(conversation) + limitMs);
        }
      }
      return breaches.verdict();
    }

    private void quietBefore(long now) {
      nextLook = Long.MAX_VALUE;
      Iterator<Map.Entry<Conversation, Long>> waiting = unjudged.entrySet().iterator();
      while (waiting.hasNext()) {
        Map.Entry<Conversation, Long> one = waiting.next();
        long last = one.getValue();
        long quietAt = last + limitMs;
        if (quietAt < now && run.patientSince(quietAt, limitMs) >= last) {
          waiting.remove();
          look(one.getKey(), quietAt);
        } else {
          nextLook = Math.min(nextLook, quietAt);
        }
      }
    }

    private void read(Entry entry) {
      Happening what = entry.what();
      if (what instanceof LegStatus status) {
        statuses.put(status.call(), status.status());
        happened(status.call(), entry.at());
      } else if (what instanceof LegCreated made) {
        happened(made.call(), entry.at());
      } else if (what instanceof ParticipantChanged changed) {
        flags.put(changed.call(), changed);
        happened(changed.call(), entry.at());
      } else if (what instanceof ParticipantLeft left) {
        flags.remove(left.call());
        happened(left.call(), entry.at());
      } else if (what instanceof ParticipantJoined joined) {
        happened(joined.call(), entry.at());
      } else if (what instanceof ButtonPressed pressed) {
        Conversation conversation = run.conversations.get(pressed.conversation());
        if (conversation != null) {
          waits(conversation, entry.at());
        }
      } else if (what instanceof AppListed listed) {
        lists = true;
        list.put(listed.id(), listed);
      } else if (what instanceof AppUnlisted gone) {
        list.remove(gone.id());
      } else if (what instanceof AppBelieved belief) {
        beliefs.put(belief.call(), belief.status());
      }
    }

    private void happened(String call, long at) {
      CallLeg leg = run.legs.get(call);
      if (leg != null && leg.conversation != null) {
        waits(leg.conversation, at);
      }
    }

    private void waits(Conversation conversation, long since) {
      unjudged.put(conversation, since);
      nextLook = Math.min(nextLook, since + limitMs);
    }

    private void look(Conversation conversation, long at) {
      if (!lists && beliefs.isEmpty()) {
        return;
      }
      breaches.exercised();
      for (CallLeg leg : conversation.legs) {
        String belief = beliefs.get(leg.sid);
        if (belief != null
            && statuses.containsKey(leg.sid)
            && CallStatus.rank(belief) >= 0
            && CallStatus.isFinal(belief) == live(leg.sid)) {
          add(
              conversation,
              at,
              leg,
              "the application believed "
                  + Wording.call(leg)
                  + " to be "
                  + belief
                  + ", and it was "
                  + statuses.get(leg.sid));
        }
      }
      if (lists) {
        lookAtLines(conversation, at);
      }
    }

    private void lookAtLines(Conversation conversation, long at) {
      boolean listed = false;
      for (AppListed line : list.values()) {
        if (isOf(conversation, line)) {
          listed = true;
          lookAtLine(conversation, at, line);
        }
      }
      for (CallLeg leg : conversation.legs) {
        if (!listed && live(leg.sid)) {
          add(
              conversation,
              at,
              leg,
              "the call list had no line for " + Wording.call(leg) + ", which was live");
          return;
        }
      }
    }

    private void lookAtLine(Conversation conversation, long at, AppListed line) {
      for (CallLeg leg : conversation.legs) {
        String shown = line.people().get(leg.sid);
        if (shown == null && live(leg.sid)) {
          add(
              conversation,
              at,
              leg,
              "the call list did not show " + Wording.call(leg) + ", which was live");
        } else if (shown != null && !live(leg.sid)) {
          add(
              conversation,
              at,
              leg,
              "the call list showed " + Wording.call(leg) + " as " + shown + ", and it was over");
        } else if (shown != null && !shown.equals(truth(leg)) && line.alert().isEmpty()) {
          add(
              conversation,
              at,
              leg,
              "the call list showed "
                  + Wording.call(leg)
                  + " as "
                  + shown
                  + ", and it "
                  + truth(leg));
        }
      }
    }

    private boolean isOf(Conversation conversation, AppListed line) {
      for (String sid : line.people().keySet()) {
        CallLeg leg = run.legs.get(sid);
        if (leg != null && leg.conversation == conversation) {
          return true;
        }
      }
      return false;
    }

    private boolean live(String call) {
      String status = statuses.get(call);
      return status != null && !CallStatus.isFinal(status);
    }

    /** The word of the call list that is true of a live leg. */
    private String truth(CallLeg leg) {
      if (CallStatus.rank(statuses.get(leg.sid)) < CallStatus.rank(CallStatus.IN_PROGRESS)) {
        return "rings";
      }
      ParticipantChanged flag = flags.get(leg.sid);
      if (flag == null) {
        return "talks";
      }
      if (flag.hold()) {
        return "held";
      }
      if (flag.muted()) {
        return leg.supervising ? "listens" : "muted";
      }
      return flag.coaches() == null ? "talks" : "whispers";
    }

    private void add(Conversation conversation, long at, CallLeg leg, String sentence) {
      breaches.add(
          new Violation(
              id(),
              at,
              at,
              at,
              conversation.name,
              Breaches.named(leg.party()),
              List.of(leg.sid),
              "at " + Wording.seconds(at) + " " + sentence));
    }
  }
}
