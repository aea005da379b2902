package dev.partyline.rest.sync;

import dev.partyline.rest.Exchange;
import dev.partyline.rest.JsonText;
import dev.partyline.rest.Resource;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.rest.Routes;
import dev.partyline.sync.Author;
import dev.partyline.sync.Kind;
import dev.partyline.sync.Payload;
import dev.partyline.sync.Stream;
import dev.partyline.sync.SyncObject;
import dev.partyline.telephony.Refusal;
import java.util.List;

/** {@code /Streams} and their messages (SYNC-STREAM-01). */
final class StreamsResource implements Resource {

  private final Frame frame;

  StreamsResource(Frame frame) {
    this.frame = frame;
  }

  @Override
  public void addTo(Routes routes) {
    String all = Frame.ONE + "/Streams";
    String one = all + "/{Object}";
    routes
        .get(all, Frame.handler(this::list))
        .post(all, List.of("UniqueName", "Ttl"), Frame.handler(this::create))
        .get(one, Frame.handler(x -> answer(200, stream(x))))
        .post(one, List.of("Ttl"), Frame.handler(this::update))
        .delete(one, Frame.handler(this::delete))
        .post(one + "/Messages", List.of("Data"), Frame.handler(this::publish));
  }

  private Stream stream(Exchange exchange) {
    return (Stream) frame.object(exchange, Kind.STREAM);
  }

  private RestResponse list(Exchange exchange) {
    return Frame.page(
        exchange, "streams", frame.service(exchange).all(Kind.STREAM), SyncObject::sid, this::json);
  }

  private RestResponse create(Exchange exchange) {
    RestRequest request = exchange.request();
    Integer ttl = Ttls.own(request);
    return answer(
        201,
        frame
            .services()
            .give(
                frame.service(exchange),
                (service, now, effects) ->
                    service.create(
                        Kind.STREAM,
                        request.first("UniqueName"),
                        null,
                        ttl,
                        Author.SYSTEM,
                        now,
                        effects)));
  }

  private RestResponse update(Exchange exchange) {
    Stream stream = stream(exchange);
    Integer ttl = Ttls.own(exchange.request());
    frame
        .services()
        .give(
            stream.service(),
            (service, now, effects) -> {
              stream.update(ttl, Author.SYSTEM, now, effects);
              return null;
            });
    return answer(200, stream);
  }

  private RestResponse delete(Exchange exchange) {
    Stream stream = stream(exchange);
    frame
        .services()
        .give(
            stream.service(),
            (service, now, effects) -> {
              service.remove(stream, Author.SYSTEM, now, effects);
              return null;
            });
    return Frame.gone();
  }

  private RestResponse publish(Exchange exchange) {
    Stream stream = stream(exchange);
    String text = exchange.request().first("Data");
    if (text == null) {
      throw new Refusal(400, 20001, "Missing required parameter Data in the post body");
    }
    Payload payload = Payload.parse(text, Payload.MOST_OF_MESSAGE);
    String sid =
        frame
            .services()
            .give(
                stream.service(),
                (service, now, effects) -> stream.publish(payload, Author.SYSTEM, now, effects));
    JsonText json = new JsonText();
    json.begin();
    json.text("sid", sid);
    json.raw("data", payload.json());
    json.end();
    return Frame.answer(201, json);
  }

  private RestResponse answer(int status, SyncObject stream) {
    JsonText json = new JsonText();
    json(json, stream);
    return Frame.answer(status, json);
  }

  private void json(JsonText json, SyncObject stream) {
    frame.object(json, stream, "Messages").end();
  }
}
