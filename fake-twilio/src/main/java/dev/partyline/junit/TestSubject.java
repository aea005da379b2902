package dev.partyline.junit;

import dev.partyline.webhook.ApplicationPort;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Application;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The application of a test, put together while the test goes on. */
final class TestSubject implements Subject, Application {

  final Map<String, Function<WebhookRequest, WebhookReply>> answers = new LinkedHashMap<>();
  final List<WebhookRequest> received = new ArrayList<>();
  ApplicationPort application;
  private Surroundings surroundings;

  @Override
  public String name() {
    return "test";
  }

  @Override
  public String sentence() {
    return "the application of a test";
  }

  @Override
  public String breaks() {
    return null;
  }

  @Override
  public String voicePath() {
    return "/voice";
  }

  @Override
  public Application start(Surroundings given) {
    surroundings = given;
    return this;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  @Override
  public WebhookReply handle(WebhookRequest request) {
    received.add(request);
    Function<WebhookRequest, WebhookReply> answer = answers.get(path(request));
    if (answer != null) {
      return answer.apply(request);
    }
    return application == null ? WebhookReply.empty() : application.handle(request);
  }

  @Override
  public void hangUpPressed(String callSid) {
    throw new UnsupportedOperationException(
        "the hang-up button of a softphone needs an application that knows it; in a test call your"
            + " application instead");
  }

  static String path(WebhookRequest request) {
    return URI.create(request.url()).getPath();
  }
}
