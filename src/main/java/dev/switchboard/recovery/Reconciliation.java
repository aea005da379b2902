package dev.switchboard.recovery;

import dev.switchboard.conversation.Conversation;
import dev.switchboard.conversation.Event;
import dev.switchboard.outbound.CallControl;
import dev.switchboard.outbound.OutboundCalls;
import dev.switchboard.outbound.Timers;
import dev.switchboard.store.ConversationStore;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** One instance's rounds through the platform's conferences. */
public final class Reconciliation {

  private static final System.Logger LOG = System.getLogger(Reconciliation.class.getName());

  /** Between two requests of a round: five a second leave the account's rate to the calls. */
  static final Duration PAUSE = Duration.ofMillis(200);

  /**
   * From seeing a room whose conversation is over to looking again before it is ended: a listing
   * may be old, and a conversation closes a moment before its room does.
   */
  static final Duration CONFIRM = Duration.ofSeconds(10);

  /** How long a wake-up may be past before it counts as lost. */
  static final Duration SLEPT = Duration.ofSeconds(30);

  /** From a page that was refused to the next try. */
  static final Duration RETRY = Duration.ofSeconds(5);

  private static final int TRIES = 5;

  private static final String PAGE = "page-of-rooms";

  private final ConversationStore store;
  private final OutboundCalls outbound;
  private final CallControl calls;
  private final LiveRooms rooms;
  private final Timers timers;
  private final InstantSource clock;
  private final AtomicLong ended = new AtomicLong();
  private final AtomicLong strangers = new AtomicLong();

  public Reconciliation(
      ConversationStore store,
      OutboundCalls outbound,
      CallControl calls,
      LiveRooms rooms,
      Timers timers,
      InstantSource clock) {
    this.store = store;
    this.outbound = outbound;
    this.calls = calls;
    this.rooms = rooms;
    this.timers = timers;
    this.clock = clock;
  }

  /** Begins a round and returns at once. Several instances may do so at the same time. */
  public void begin() {
    later("wake-who-slept", Duration.ZERO, this::wakeWhoSlept);
    Duration wait = Duration.ZERO;
    for (String start : LiveRooms.STARTS) {
      wait = wait.plus(PAUSE);
      later(PAGE, wait, () -> page(start, 1));
    }
  }

  /** How many rooms were ended so far. */
  public long ended() {
    return ended.get();
  }

  /** How often a room was left alone since the store does not know its conversation. */
  public long strangers() {
    return strangers.get();
  }

  private void wakeWhoSlept() {
    Instant now = clock.instant();
    for (Conversation open : store.open()) {
      open.wakes().values().stream()
          .filter(due -> !now.isBefore(due.plus(SLEPT)))
          .distinct()
          .toList()
          .forEach(due -> outbound.tell(open.id(), new Event.Woken(due)));
    }
  }

  private void page(String cursor, int tries) {
    LiveRooms.Page page;
    try {
      page = rooms.page(cursor);
    } catch (CallControl.Refused refused) {
      if (tries < TRIES) {
        later(PAGE, RETRY.multipliedBy(tries), () -> page(cursor, tries + 1));
      } else {
        LOG.log(Level.WARNING, () -> "Left for the next round: " + refused.getMessage());
      }
      return;
    }
    Duration wait = CONFIRM;
    for (LiveRooms.Room room : page.rooms()) {
      Optional<String> id = Conversation.idOfRoom(room.name());
      if (id.isPresent() && isLeftOver(room, id.get())) {
        wait = wait.plus(PAUSE);
        later("end-left-over", wait, () -> endLeftOver(room, id.get()));
      }
    }
    if (page.next() != null) {
      later(PAGE, PAUSE, () -> page(page.next(), 1));
    }
  }

  private boolean isLeftOver(LiveRooms.Room room, String id) {
    Optional<Conversation> known = store.find(id);
    if (known.isEmpty()) {
      strangers.incrementAndGet();
      return false;
    }
    Conversation conversation = known.get();
    if (!conversation.closed() && conversation.hasCalled() && conversation.roomSid() == null) {
      outbound.tell(id, new Event.RoomFound(room.name(), room.conferenceSid(), false));
    }
    return conversation.closed();
  }

  /** The conversation ends who it did not know of; everybody else goes with the room. */
  private void endLeftOver(LiveRooms.Room room, String id) {
    if (store.find(id).filter(Conversation::closed).isEmpty()) {
      return;
    }
    try {
      List<Event.Occupant> there = calls.lookIntoRoom(room.conferenceSid());
      if (there.isEmpty()) {
        return;
      }
      outbound.tell(id, new Event.RoomSeen(room.conferenceSid(), there));
      calls.endRoom(room.conferenceSid());
      ended.incrementAndGet();
      LOG.log(
          Level.WARNING,
          "Ended conference {0}, in which {1} were left of conversation {2}",
          room.conferenceSid(),
          there.size(),
          id);
    } catch (CallControl.Refused refused) {
      LOG.log(Level.INFO, () -> "Gone, or left for the next round: " + refused.getMessage());
    }
  }

  private void later(String what, Duration wait, Runnable step) {
    timers.after(
        what,
        wait,
        () -> {
          try {
            step.run();
          } catch (RuntimeException broken) {
            LOG.log(Level.WARNING, "A round through the conferences broke off", broken);
          }
        });
  }
}
