package dev.partyline.law;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * LOAD: a conversation costs no more webhooks and REST requests than its budget.
 *
 * <p>The budget grows with what people ask for and with what goes wrong: each press, each leg
 * beyond the first two, each offer beyond the first, each request that failed and each webhook that
 * was lost or came to nobody allows for more; and every while that a leg lives allows for one look.
 */
public final class Load implements RunLaw {

  /**
   * What a conversation may cost.
   *
   * @param webhooks of a plain call of two
   * @param requests of a plain call of two
   * @param webhooksMore for each press and each further leg
   * @param requestsMore for each press, each further leg and each thing that went wrong
   * @param lookEveryMs how long a live leg lasts for one more request, in milliseconds
   */
  public record Budget(
      int webhooks, int requests, int webhooksMore, int requestsMore, long lookEveryMs) {

    /** What Switchboard promises for a plain call, with room for what happens to it. */
    public static final Budget STANDARD = new Budget(8, 8, 4, 4, 4_000);
  }

  private final Budget budget;

  /** With the standard budget. */
  public Load() {
    this(Budget.STANDARD);
  }

  /** With a budget of one's own. */
  public Load(Budget budget) {
    this.budget = budget;
  }

  @Override
  public String id() {
    return "LOAD";
  }

  @Override
  public String sentence() {
    return "A plain call of two costs at most "
        + budget.webhooks()
        + " webhooks and "
        + budget.requests()
        + " requests, and every press, further leg and failure only so many more.";
  }

  /** What a conversation has cost, and what it may cost. */
  private static final class Account {
    int webhooks;
    int requests;
    int presses;
    int troubles;
  }

  @Override
  public Verdict judge(Run run) {
    Breaches breaches = new Breaches();
    Map<Conversation, Account> accounts = new LinkedHashMap<>();
    for (Conversation conversation : run.conversations.values()) {
      accounts.put(conversation, new Account());
    }
    for (Webhook webhook : run.webhooks.values()) {
      Account account = accounts.get(conversation(run, webhook));
      if (account != null) {
        account.webhooks += webhook.isAskedInstead() ? 0 : 1;
        account.troubles += webhook.lost || webhook.troubled() ? 1 : 0;
      }
    }
    for (RestCall call : run.requests.values()) {
      Account account = accounts.get(conversation(run, call));
      if (account != null) {
        account.requests++;
        account.troubles += call.failed() ? 1 : 0;
      }
    }
    for (Press press : run.presses.values()) {
      Account account = accounts.get(run.conversations.get(press.pressed.conversation()));
      if (account != null) {
        account.presses++;
      }
    }
    accounts.forEach((conversation, account) -> judge(run, conversation, account, breaches));
    return breaches.verdict();
  }

  private void judge(Run run, Conversation conversation, Account account, Breaches breaches) {
    if (conversation.legs.isEmpty()) {
      return;
    }
    breaches.exercised();
    int more =
        account.presses
            + Math.max(0, conversation.legs.size() - 2)
            + Math.max(0, conversation.offers - 1);
    long looks = life(run, conversation) / budget.lookEveryMs();
    long webhooks = budget.webhooks() + (long) more * budget.webhooksMore();
    long requests =
        budget.requests()
            + (long) (more + account.troubles + 2 * run.outages.size()) * budget.requestsMore()
            + looks;
    if (account.webhooks > webhooks) {
      breaches.add(violation(run, conversation, account.webhooks, webhooks, " webhooks"));
    }
    if (account.requests > requests) {
      breaches.add(violation(run, conversation, account.requests, requests, " requests"));
    }
  }

  /** From its first leg to its last one's end, in milliseconds. */
  private static long life(Run run, Conversation conversation) {
    long from = conversation.legs.get(0).created.at();
    long to = from;
    for (CallLeg leg : conversation.legs) {
      to = Math.max(to, leg.ended == null ? run.journal.end() : leg.ended.at());
    }
    return to - from;
  }

  private Violation violation(
      Run run, Conversation conversation, long spent, long allowed, String what) {
    long at = run.journal.end();
    return new Violation(
        id(),
        at,
        at,
        at,
        conversation.name,
        conversation.parties(),
        List.of(),
        "conversation "
            + conversation.name
            + " cost "
            + spent
            + what
            + ", and "
            + allowed
            + " are allowed for what happened in it");
  }

  private static Conversation conversation(Run run, Webhook webhook) {
    if (webhook.queued == null) {
      return null;
    }
    CallLeg leg = run.legs.get(String.valueOf(webhook.queued.call()));
    if (leg != null) {
      return leg.conversation;
    }
    Conference room = run.conferences.get(String.valueOf(webhook.queued.conference()));
    return room == null || room.participations.isEmpty()
        ? null
        : room.participations.get(0).leg.conversation;
  }

  private static Conversation conversation(Run run, RestCall call) {
    for (Conversation aimed : call.aimedAt(run)) {
      return aimed;
    }
    return call.cause(run);
  }
}
