/**
 * Where conversations are kept, and the outbox of what they asked for. A change goes in as a pure
 * function of what is kept, and is applied as one atomic step together with the commands it gives;
 * what comes out is what that function gave. It must not know what a conversation means, and must
 * never run anything but that function while it holds on to a record.
 *
 * <p>A wake-up is a command like any other, only due later: so what must survive a crash is one
 * table. Whoever wrote a command down carries it out by the timers of the process, which is exact
 * and costs no query; what is left lying by a process that died is found by {@link
 * dev.switchboard.store.ConversationStore#overdue} (decision 0030).
 */
package dev.switchboard.store;
