package dev.partyline.server.control;

import dev.partyline.journal.Entry;
import dev.partyline.server.Streams;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Journal entries as server-sent events, as they happen; the number of the last one seen lets a
 * client go on from there.
 */
final class EventStream {

  private static final int MOST_BEHIND = 50_000;
  private static final int LOOKS_PER_COMMENT = 25;

  private EventStream() {}

  /** What an entry is called and says on the way out. */
  interface Words {
    /** Its event. */
    String event(Entry entry);

    /** Its data, on one line. */
    String data(Entry entry) throws IOException;
  }

  /** Sends what is wanted until the client goes, falls behind too far, or the door closes. */
  static void send(Frame frame, SseClient client, Predicate<Entry> wanted, Words words) {
    String last = client.ctx().header("Last-Event-ID");
    long from =
        last != null && last.matches("[0-9]{1,18}")
            ? Long.parseLong(last) + 1
            : Frame.number(client.ctx(), "from", 0);
    LinkedBlockingQueue<Entry> entries = new LinkedBlockingQueue<>(MOST_BEHIND);
    try (Streams.Stream stream = frame.platform().streams().open();
        AutoCloseable following =
            frame
                .platform()
                .follow(
                    from,
                    entry -> {
                      if (wanted.test(entry) && !entries.offer(entry)) {
                        client.close();
                      }
                    })) {
      int quiet = 0;
      while (!client.terminated() && stream.wanted()) {
        Entry entry = entries.poll(200, TimeUnit.MILLISECONDS);
        if (entry != null) {
          client.sendEvent(words.event(entry), words.data(entry), Long.toString(entry.seq()));
          quiet = 0;
        } else if (++quiet % LOOKS_PER_COMMENT == 0) {
          client.sendComment("still here");
        }
      }
      client.close();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (Exception gone) {
      client.close();
    }
  }
}
