package dev.partyline.server.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Says in JSON what the web server itself refuses: broken requests, too long headers. */
public final class PlatformErrors extends ErrorHandler {

  private static final String NO_ID = "RQ" + "0".repeat(32);

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      String message,
      Throwable cause,
      Callback callback) {
    boolean fault = status >= 500 && cause != null && !(cause instanceof HttpException);
    // a version or an encoding that is no HTTP is the sender's mistake, whatever the web server
    // says
    int told = status >= 500 && !fault ? 400 : status;
    response.setStatus(told);
    byte[] body =
        fault
            ? ErrorBody.fault(cause, NO_ID).body().getBytes(StandardCharsets.UTF_8)
            : body(told, message);
    ApiHeaders.add(response.getHeaders(), told, NO_ID, 0, 1, null);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  @Override
  public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable headers) {
    ApiHeaders.add(headers, status, NO_ID, 0, 1, null);
    return ByteBuffer.wrap(body(status, reason));
  }

  private static byte[] body(int status, String reason) {
    String message =
        switch (status) {
          case 414 ->
              "The URL is too long; with all headers at most " + Limits.HEADER_BYTES + " bytes";
          case 431 -> "The headers are too long; at most " + Limits.HEADER_BYTES + " bytes";
          default -> reason == null ? "The request cannot be read" : reason;
        };
    return ErrorBody.bad(status, message).body().getBytes(StandardCharsets.UTF_8);
  }
}
