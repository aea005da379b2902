package dev.partyline.law;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening.RunFinished;
import dev.partyline.journal.Journal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /** Where the application's code failed or left the simulation. */
  final List<Entry> crashes = new ArrayList<>(0);

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
