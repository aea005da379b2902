package dev.partyline.server.transport;

import dev.partyline.webhook.WebhookReply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/** Takes an answer in, never more than a bounded piece of it. */
final class AnswerConsumer extends AbstractBinResponseConsumer<WebhookReply> {

  /** The application sends without end. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static final int LARGEST_BODY = 1 << 20;
  private static final List<String> KEPT = List.of("etag", "last-modified", "cache-control");

  private final Runnable partReceived;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private HttpResponse response;
  private Charset charset = StandardCharsets.UTF_8;

  AnswerConsumer(Runnable partReceived) {
    this.partReceived = partReceived;
  }

  @Override
  protected void start(HttpResponse head, ContentType type) {
    partReceived.run();
    response = head;
    if (type != null && type.getCharset() != null) {
      charset = type.getCharset();
    }
  }

  @Override
  protected int capacityIncrement() {
    return LARGEST_BODY;
  }

  @Override
  protected void data(ByteBuffer source, boolean last) throws IOException {
    if (body.size() + source.remaining() > LARGEST_BODY) {
      throw new TooLarge();
    }
    byte[] piece = new byte[source.remaining()];
    source.get(piece);
    body.write(piece, 0, piece.length);
  }

  @Override
  protected WebhookReply buildResult() {
    List<String> cookies = new ArrayList<>();
    for (Header cookie : response.getHeaders("Set-Cookie")) {
      cookies.add(cookie.getValue());
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : KEPT) {
      if (first(name) != null) {
        headers.put(name, first(name));
      }
    }
    return new WebhookReply(
        response.getCode(),
        first("Content-Type"),
        body.toString(charset),
        first("Location"),
        cookies,
        headers);
  }

  private String first(String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  @Override
  public void releaseResources() {
    body.reset();
  }
}
