package dev.partyline.law;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.journal.Happening.RunFinished;
import dev.partyline.journal.Journal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A journal folded into what the laws look at: legs, conferences, conversations and webhooks.
 *
 * <p>It is filled once by {@link RunFold} and only read afterwards.
 */
final class Run {

  /** End of what never ended. */
  static final long OPEN = Violation.FOR_EVER;

  final Journal journal;
  final Map<String, CallLeg> legs = new LinkedHashMap<>();
  final Map<String, Conference> conferences = new LinkedHashMap<>();
  final Map<String, Conversation> conversations = new LinkedHashMap<>();
  final Map<String, Webhook> webhooks = new LinkedHashMap<>();

  /** Whose task is which: an application may have removed from it what says so. */
  final Map<String, Conversation> tasks = new LinkedHashMap<>();

  /** Every press of a button, by its name. */
  final Map<String, Press> presses = new LinkedHashMap<>();

  /** Every REST request, by its name. */
  final Map<String, RestCall> requests = new LinkedHashMap<>();

  /** When each reservation that was made came to be another than pending. */
  final Map<String, Entry> settled = new LinkedHashMap<>();

  /** People who have pressed a supervisor's button. */
  final Set<String> supervisors = new LinkedHashSet<>();

  /** Where the application's code failed or left the simulation. */
  final List<Entry> crashes = new ArrayList<>(0);

  /** When an instance of the application was down: from and until, {@link #OPEN} when for good. */
  final List<long[]> outages = new ArrayList<>(0);

  /** Whether the run ended because nothing was left to happen. */
  private final boolean quiet;

  private final long end;

  private Run(Journal journal) {
    this.journal = journal;
    List<Entry> entries = journal.entries();
    this.end = journal.end();
    this.quiet =
        !entries.isEmpty()
            && entries.get(entries.size() - 1).what() instanceof RunFinished finished
            && "quiet".equals(finished.outcome());
  }

  static Run of(Journal journal) {
    Run run = new Run(journal);
    RunFold.fold(journal, run);
    return run;
  }

  /** The entry's time; {@link #OPEN} when it never came. */
  static long at(Entry entry) {
    return entry == null ? OPEN : entry.at();
  }

  /** The entry's place in the journal; {@link #OPEN} when it never came. */
  static long seq(Entry entry) {
    return entry == null ? OPEN : entry.seq();
  }

  /**
   * Whether a state that lasted until {@code until} went on past {@code limit}.
   *
   * <p>A state that never ended lasts for ever when the run went quiet, and else until the run's
   * last entry.
   */
  boolean outlasts(long until, long limit) {
    return until == OPEN ? quiet || end > limit : until > limit;
  }

  /** When an instance of the application was started again by this entry; -1 when none was. */
  long restartedBy(Entry entry) {
    return entry.what() instanceof Happening.InstanceStarted ? entry.at() : -1;
  }

  /** Whether an instance of the application was down at some time between these moments. */
  boolean downBetween(long from, long to) {
    for (int i = 0; i < outages.size(); i++) {
      if (outages.get(i)[0] <= to && outages.get(i)[1] >= from) {
        return true;
      }
    }
    return false;
  }

  /**
   * The moment from which the application has had its time to do what is due now: so long ago, and
   * longer when it was down meanwhile.
   */
  long patientSince(long now, long patienceMs) {
    long since = now - patienceMs;
    for (int i = outages.size() - 1; i >= 0; i--) {
      long[] outage = outages.get(i);
      if (outage[1] > since && outage[0] <= now) {
        since = Math.min(since, outage[0] - patienceMs);
      }
    }
    return since;
  }

  CallLeg leg(String sid) {
    CallLeg leg = legs.get(sid);
    if (leg == null) {
      leg = new CallLeg(sid);
      legs.put(sid, leg);
    }
    return leg;
  }

  Conference conference(String sid) {
    Conference conference = conferences.get(sid);
    if (conference == null) {
      conference = new Conference(sid);
      conferences.put(sid, conference);
    }
    return conference;
  }

  Conversation conversation(String name) {
    Conversation conversation = conversations.get(name);
    if (conversation == null) {
      conversation = new Conversation(name);
      conversations.put(name, conversation);
    }
    return conversation;
  }

  Webhook webhook(String id) {
    Webhook webhook = webhooks.get(id);
    if (webhook == null) {
      webhook = new Webhook(id);
      webhooks.put(id, webhook);
    }
    return webhook;
  }
}
