package dev.partyline.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.SplittableRandom;

/**
 * Requests that no platform may carry out: no HTTP, broken HTTP, or HTTP that asks for nothing that
 * could be done. None of them can change anything, whoever sends it.
 */
final class HostileRequests {

  private static final String[] METHODS = {
    "GET",
    "POST",
    "DELETE",
    "PUT",
    "PATCH",
    "HEAD",
    "OPTIONS",
    "TRACE",
    "BREW",
    "get",
    "G\u0000T",
    ""
  };
  private static final String[] VERSIONS = {
    "HTTP/1.1", "HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/9.9", "HTTP/1.1.1", "http/1.1", "", "X"
  };
  private static final String[] PATH_PARTS = {
    "/",
    "//",
    "/..",
    "/.",
    "/%2e%2e",
    "/%",
    "/%2",
    "/%zz",
    "/%00",
    "/%ff",
    "/%C0%AF",
    "/;a=b",
    "/+",
    "/*",
    "/{Sid}",
    "/2010-04-01",
    "/Accounts",
    "/Calls.json",
    "/Conferences",
    "/Participants.json",
    "/v1",
    "/v2",
    "/Workspaces",
    "/api.twilio.com",
    "/chat.twilio.com",
    "/evil.example",
    "/\u00e9",
    "/Recordings/RE1.wav",
    "/CA" + "0".repeat(32),
    "/'\"<script>",
    "/\\",
    "/~",
    "/a b"
  };
  private static final String[] HEADERS = {
    "Host: a\r\n",
    "Host: a\r\nHost: b\r\n",
    "Host: \r\n",
    "Host: [::1\r\n",
    "Host: a:99999999\r\n",
    "NoColon\r\n",
    ": empty\r\n",
    " folded: x\r\n",
    "X: \u0000\r\n",
    "X: \u00ff\u00fe\r\n",
    "Content-Length: -1\r\n",
    "Content-Length: 99999999999999999999\r\n",
    "Content-Length: 5\r\nContent-Length: 6\r\n",
    "Content-Length: 0x10\r\n",
    "Content-Length: 10\r\nTransfer-Encoding: chunked\r\n",
    "Transfer-Encoding: gzip\r\n",
    "Transfer-Encoding: chunked, chunked\r\n",
    "Expect: 100-continue\r\n",
    "Expect: miracles\r\n",
    "Upgrade: h2c\r\nConnection: upgrade\r\nHTTP2-Settings: AAMAAABk\r\n",
    "X-Forwarded-Host: \r\n",
    "X-Forwarded-Host: api.twilio.com, evil.example\r\n",
    "Authorization: \r\n",
    "Authorization: Basic\r\n",
    "Authorization: Basic \u00ff\r\n",
    "Authorization: Basic ====\r\n",
    "Authorization: Basic Og==\r\n",
    "Authorization: Bearer x\r\n",
    "Cookie: a=b; ;;; =\r\n",
    "Range: bytes=0-\r\n",
    "Accept-Encoding: gzip;q=x\r\n",
    "Content-Type: \r\n",
    "Content-Type: multipart/form-data; boundary=\r\n",
    "Content-Type: multipart/form-data; boundary=\"x\r\n",
    "Content-Type: application/x-www-form-urlencoded; charset=utf-99\r\n",
  };
  private static final String[] FORMS = {
    "%", "%2", "To=%zz", "%FF=1", "&&&&", "=", "==", "&=&=&", "To=%C3%28&From=1", "To", "\u0000"
  };

  private final SplittableRandom random;
  private final String accountSid;
  private final String right;
  private final String wrong;

  /**
   * Requests to an account.
   *
   * @param seed the same seed gives the same requests
   */
  HostileRequests(long seed, String accountSid, String authToken) {
    this.random = new SplittableRandom(seed);
    this.accountSid = accountSid;
    this.right = basic(accountSid, authToken);
    this.wrong = basic(accountSid, "wrong");
  }

  private static String basic(String user, String password) {
    return "Authorization: Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8))
        + "\r\n";
  }

  /** The next one. */
  byte[] next() {
    return switch (random.nextInt(8)) {
      case 0 -> noise(1 + random.nextInt(300));
      case 1 ->
          bytes(pick(METHODS) + " " + path() + " " + pick(VERSIONS) + "\r\n" + headers() + "\r\n");
      case 2 -> cut(bytes(harmlessForm()));
      case 3 -> flipped(bytes(harmlessForm()));
      case 4 -> brokenForm();
      case 5 -> brokenMultipart();
      case 6 -> large();
      default -> brokenChunks();
    };
  }

  private String path() {
    StringBuilder path = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      path.append(pick(PATH_PARTS));
    }
    if (random.nextInt(4) == 0) {
      path.append('?').append(pick(FORMS));
    }
    return path.toString();
  }

  private String headers() {
    StringBuilder headers = new StringBuilder(random.nextBoolean() ? "Host: x\r\n" : "");
    for (int i = random.nextInt(4); i > 0; i--) {
      headers.append(pick(HEADERS));
    }
    return headers.append("Connection: close\r\n").toString();
  }

  /** Well-formed, and refused for its credentials however it is bent. */
  private String harmlessForm() {
    String body = "To=%2B819000000000&From=%2B81345678900&Url=http%3A%2F%2F127.0.0.1%2F";
    return post("/Calls.json", wrong, "application/x-www-form-urlencoded", body.length()) + body;
  }

  private byte[] brokenForm() {
    String body = pick(FORMS) + (random.nextBoolean() ? "&To=%2B1" : "");
    return bytes(
        post("/Calls.json", right, "application/x-www-form-urlencoded", body.length()) + body);
  }

  private byte[] brokenMultipart() {
    String body =
        switch (random.nextInt(5)) {
          case 0 -> "--x";
          case 1 -> "--x\r\n\r\n\r\n--x--";
          case 2 -> "--x\r\nContent-Disposition: form-data; name=\"To\"\r\n\r\n1";
          case 3 -> "--x\r\n" + "A: b\r\n".repeat(random.nextInt(4_000)) + "\r\n1\r\n--x--\r\n";
          default -> new String(noise(200), StandardCharsets.ISO_8859_1);
        };
    String type = "multipart/form-data; boundary=" + (random.nextBoolean() ? "x" : "");
    return bytes(post("/Calls.json", right, type, body.length()) + body);
  }

  private byte[] large() {
    return switch (random.nextInt(5)) {
      case 0 ->
          bytes(
              "GET /"
                  + "a".repeat(16_000 + random.nextInt(9_000))
                  + " HTTP/1.1\r\nHost: x\r\n\r\n");
      case 1 -> bytes("GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(17_000) + "\r\n\r\n");
      case 2 -> bytes("GET / HTTP/1.1\r\n" + "A: b\r\n".repeat(3_000) + "\r\n");
      case 3 -> bytes(post("/Calls.json", right, "application/x-www-form-urlencoded", 1 << 30));
      default -> {
        String body = "a&".repeat(1_001 + random.nextInt(500));
        yield bytes(
            post("/Calls.json", right, "application/x-www-form-urlencoded", body.length()) + body);
      }
    };
  }

  private byte[] brokenChunks() {
    String[] chunks = {
      "zz\r\n", "-1\r\n", "5\r\nabc", "ffffffffffffffff\r\n", "3\r\nTo=XX\r\n0\r\n\r\n", "0\r\n", ""
    };
    return bytes(
        "POST /2010-04-01/Accounts/"
            + accountSid
            + "/Calls.json HTTP/1.1\r\nHost: x\r\n"
            + right
            + "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
            + pick(chunks));
  }

  private String post(String below, String authorization, String type, int length) {
    return "POST /2010-04-01/Accounts/"
        + accountSid
        + below
        + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        + authorization
        + "Content-Type: "
        + type
        + "\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  private byte[] cut(byte[] whole) {
    byte[] part = new byte[random.nextInt(whole.length)];
    System.arraycopy(whole, 0, part, 0, part.length);
    return part;
  }

  private byte[] flipped(byte[] whole) {
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      whole[random.nextInt(whole.length)] = (byte) random.nextInt(256);
    }
    return whole;
  }

  private byte[] noise(int length) {
    ByteArrayOutputStream noise = new ByteArrayOutputStream(length);
    for (int i = 0; i < length; i++) {
      noise.write(random.nextInt(256));
    }
    return noise.toByteArray();
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
