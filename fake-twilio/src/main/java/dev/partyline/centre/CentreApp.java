package dev.partyline.centre;

import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Account;
import dev.partyline.world.Application;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** The built-in application: handlers by path, each called on a fiber. */
final class CentreApp implements Subject {

  private final Centre centre;
  private final Map<String, BiFunction<WebhookRequest, Rest, WebhookReply>> handlers =
      new LinkedHashMap<>();
  private Rest rest;

  CentreApp(Centre centre) {
    this.centre = centre;
  }

  void on(String path, BiFunction<WebhookRequest, Rest, WebhookReply> handler) {
    handlers.put(path, handler);
  }

  Rest rest() {
    return rest;
  }

  @Override
  public String name() {
    return "centre";
  }

  @Override
  public String sentence() {
    return "enqueues who calls and answers offers";
  }

  @Override
  public String breaks() {
    return null;
  }

  @Override
  public String voicePath() {
    return Centre.VOICE;
  }

  @Override
  public Application start(Surroundings surroundings) {
    rest = new Rest(surroundings, centre);
    return new Application() {
      @Override
      public WebhookReply handle(WebhookRequest request) {
        centre.received(request);
        BiFunction<WebhookRequest, Rest, WebhookReply> handler = handlers.get(path(request.url()));
        return handler == null ? WebhookReply.empty() : handler.apply(request, rest);
      }

      @Override
      public void hangUpPressed(String callSid) {
        // these softphones hang up their own legs
      }
    };
  }

  static String path(String url) {
    String rest = url.substring(Account.BASE_URL.length());
    int mark = rest.indexOf('?');
    return mark < 0 ? rest : rest.substring(0, mark);
  }
}
