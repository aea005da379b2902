package dev.partyline.law;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening.AppFailed;
import dev.partyline.journal.Happening.Leaked;
import dev.partyline.journal.Happening.WebhookQueued;
import dev.partyline.law.Webhook.Delivery;
import java.util.ArrayList;
import java.util.List;

/**
 * ANSWERED: the application answers every webhook in time with something of use, and never fails.
 *
 * <p>In time is within 15 seconds. Of use is an HTTP status from 200 to 299, for documents also a
 * redirect, and a document which the platform accepts. Webhooks that a fault lost on purpose do not
 * count. An exception which leaves the application's code, and code which leaves the simulation,
 * break this law as well.
 */
public final class Answered implements RunLaw {

  private static final long LIMIT_MS = 15_000;

  @Override
  public String id() {
    return "ANSWERED";
  }

  @Override
  public String sentence() {
    return "The application answers every webhook within "
        + Wording.seconds(LIMIT_MS)
        + " with a success and a valid document, and its code never fails.";
  }

  @Override
  public Verdict judge(Run run) {
    Breaches breaches = new Breaches();
    for (Webhook webhook : run.webhooks.values()) {
      for (int i = 0; i < webhook.deliveries.size(); i++) {
        Delivery delivery = webhook.deliveries.get(i);
        if (delivery.answered != null || !(webhook.lost || cutOff(run, delivery))) {
          breaches.exercised();
          judge(run, webhook, delivery, breaches);
        }
      }
    }
    for (int i = 0; i < run.crashes.size(); i++) {
      breaches.add(crash(run.crashes.get(i)));
    }
    return breaches.verdict();
  }

  /** Whether the application was down when it should have answered: then nobody could. */
  private static boolean cutOff(Run run, Delivery delivery) {
    return delivery.answered == null
        && run.downBetween(
            delivery.sent.at(),
            delivery.failed == null ? delivery.sent.at() + LIMIT_MS : delivery.failed.at());
  }

  private void judge(Run run, Webhook webhook, Delivery delivery, Breaches breaches) {
    if (delivery.answered == null) {
      unanswered(run, webhook, delivery, breaches);
    } else if (!accepted(webhook, delivery.answer.status())) {
      breaches.add(
          moment(
              run,
              webhook,
              delivery.answered,
              "the application answered "
                  + describe(run, webhook)
                  + " with HTTP "
                  + delivery.answer.status()
                  + " at "
                  + Wording.at(delivery.answered)));
    } else if (delivery.answered.at() - delivery.sent.at() > LIMIT_MS) {
      breaches.add(tooLate(run, webhook, delivery));
    } else if (delivery.failed != null && webhook.asksForDocument()) {
      breaches.add(
          moment(
              run,
              webhook,
              delivery.failed,
              "the platform refused the answer to "
                  + describe(run, webhook)
                  + " at "
                  + Wording.at(delivery.failed)
                  + failure(delivery)));
    }
  }

  private static boolean accepted(Webhook webhook, int status) {
    return status >= 200 && status < (webhook.asksForDocument() ? 400 : 300);
  }

  private void unanswered(Run run, Webhook webhook, Delivery delivery, Breaches breaches) {
    if (delivery.failed != null) {
      breaches.add(
          violation(
              run,
              webhook,
              delivery.failed.at(),
              delivery.sent.at(),
              Run.OPEN,
              "the application did not answer "
                  + describe(run, webhook)
                  + " by "
                  + Wording.at(delivery.failed)
                  + failure(delivery)));
    } else if (run.outlasts(Run.OPEN, delivery.sent.at() + LIMIT_MS)) {
      breaches.add(tooLate(run, webhook, delivery));
    }
  }

  private Violation tooLate(Run run, Webhook webhook, Delivery delivery) {
    long sent = delivery.sent.at();
    String subject = describe(run, webhook) + ", sent at " + Wording.seconds(sent);
    String sentence =
        delivery.answered == null
            ? "the application never answered " + subject
            : "the application answered "
                + subject
                + ", only after "
                + Wording.seconds(delivery.answered.at() - sent);
    return violation(run, webhook, sent + LIMIT_MS, sent, Run.at(delivery.answered), sentence);
  }

  private Violation moment(Run run, Webhook webhook, Entry entry, String sentence) {
    return violation(run, webhook, entry.at(), entry.at(), entry.at(), sentence);
  }

  private Violation violation(
      Run run, Webhook webhook, long at, long since, long until, String sentence) {
    List<String> subjects = new ArrayList<>(2);
    CallLeg leg = leg(run, webhook);
    if (leg != null) {
      subjects.add(leg.sid);
    }
    if (webhook.queued != null && webhook.queued.conference() != null) {
      subjects.add(webhook.queued.conference());
    }
    Conversation conversation = leg == null ? null : leg.conversation;
    return new Violation(
        id(),
        at,
        since,
        until,
        conversation == null ? null : conversation.name,
        Breaches.named(leg == null ? null : leg.party()),
        subjects,
        sentence);
  }

  private Violation crash(Entry entry) {
    String sentence;
    if (entry.what() instanceof AppFailed failed) {
      sentence = "the application's code failed at " + Wording.at(entry) + ": " + failed.error();
    } else {
      Leaked leaked = (Leaked) entry.what();
      sentence =
          "the application's code left the simulation at "
              + Wording.at(entry)
              + ": "
              + leaked.what()
              + (leaked.advice() == null || leaked.advice().isEmpty()
                  ? ""
                  : "; " + leaked.advice());
    }
    long at = entry.at();
    return new Violation(id(), at, at, at, null, List.of(), List.of(), sentence);
  }

  private static CallLeg leg(Run run, Webhook webhook) {
    return webhook.queued == null || webhook.queued.call() == null
        ? null
        : run.legs.get(webhook.queued.call());
  }

  /** {@code the call-status webhook "completed" for customer-1}. */
  private static String describe(Run run, Webhook webhook) {
    WebhookQueued queued = webhook.queued;
    if (queued == null) {
      return "webhook " + webhook.id;
    }
    StringBuilder text = new StringBuilder("the ").append(queued.kind()).append(" webhook");
    if (queued.event() != null && !queued.event().isEmpty()) {
      text.append(" \"").append(queued.event()).append('"');
    }
    CallLeg leg = leg(run, webhook);
    if (leg != null) {
      text.append(" for ").append(Wording.who(leg));
    } else if (queued.conference() != null) {
      Conference conference = run.conferences.get(queued.conference());
      text.append(" for conference ")
          .append(conference == null ? Wording.sid(queued.conference()) : Wording.room(conference));
    }
    return text.toString();
  }

  private static String failure(Delivery delivery) {
    return ": error " + delivery.failure.code() + ", " + delivery.failure.text();
  }
}
