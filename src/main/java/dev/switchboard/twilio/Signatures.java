package dev.switchboard.twilio;

import com.twilio.security.RequestValidator;
import dev.switchboard.web.Incoming;
import dev.switchboard.web.SignatureCheck;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Checks X-Twilio-Signature: the URL with its query, then the form's parameters (SEC-02); or, for a
 * body that is no form, the URL with the body's digest in its query.
 */
public final class Signatures implements SignatureCheck {

  private static final String HEADER = "X-Twilio-Signature";
  private static final String BODY_DIGEST = "bodySHA256=";

  private final RequestValidator validator;

  public Signatures(String authToken) {
    this.validator = new RequestValidator(authToken);
  }

  @Override
  public boolean isGenuine(Incoming request) {
    String signature = request.header(HEADER).orElse("");
    if (signature.isEmpty()) {
      return false;
    }
    if (!request.url().contains(BODY_DIGEST)) {
      return request.body().isEmpty()
          && validator.validate(request.url(), form(request), signature);
    }
    try {
      return validator.validate(request.url(), request.body(), signature);
    } catch (URISyntaxException notAUrl) {
      return false;
    }
  }

  /** The parameters of the form alone: those of the query are signed as part of the URL. */
  private static Map<String, String> form(Incoming request) {
    if (!request.method().equals("POST")) {
      return Map.of();
    }
    Map<String, String> form = new LinkedHashMap<>(request.params());
    int query = request.url().indexOf('?');
    if (query >= 0) {
      for (String pair : request.url().substring(query + 1).split("&")) {
        form.remove(URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8));
      }
    }
    return form;
  }
}
