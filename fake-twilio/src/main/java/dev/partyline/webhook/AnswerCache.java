package dev.partyline.webhook;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Answers to GET that carried an ETag or a date of change; the same URL is asked again with a
 * condition, and an answer 304 stands for the one that is kept (TWIML-08).
 */
final class AnswerCache {

  private static final int MOST = 1_000;

  private final Map<String, WebhookReply> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, WebhookReply> eldest) {
          return size() > MOST;
        }
      };

  /** Adds the condition to the headers of a request; a null URL is never cached. */
  void ask(String url, Map<String, String> headers) {
    WebhookReply before = url == null || kept.isEmpty() ? null : kept.get(url);
    if (before == null) {
      return;
    }
    if (before.headers().containsKey("etag")) {
      headers.put("If-None-Match", before.headers().get("etag"));
    }
    if (before.headers().containsKey("last-modified")) {
      headers.put("If-Modified-Since", before.headers().get("last-modified"));
    }
  }

  /** What an answer comes to: the kept one for a 304, else the answer itself, kept when it may. */
  WebhookReply answer(String url, WebhookReply reply) {
    if (reply.status() == 304 && kept.containsKey(url)) {
      return kept.get(url);
    }
    Map<String, String> headers = reply.headers();
    boolean mayKeep =
        reply.status() == 200
            && (headers.containsKey("etag") || headers.containsKey("last-modified"))
            && !headers.getOrDefault("cache-control", "").contains("no-store");
    if (mayKeep) {
      kept.put(url, reply);
    } else if (!kept.isEmpty()) {
      kept.remove(url);
    }
    return reply;
  }
}
