package dev.partyline.rest.sync;

import dev.partyline.rest.Exchange;
import dev.partyline.rest.JsonText;
import dev.partyline.rest.Resource;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.rest.Routes;
import dev.partyline.sync.Author;
import dev.partyline.sync.Document;
import dev.partyline.sync.Kind;
import dev.partyline.sync.Payload;
import dev.partyline.sync.SyncObject;
import java.util.List;

/** {@code /Documents} (SYNC-DOC-01 to SYNC-DOC-03). */
final class DocumentsResource implements Resource {

  private final Frame frame;

  DocumentsResource(Frame frame) {
    this.frame = frame;
  }

  @Override
  public void addTo(Routes routes) {
    String all = Frame.ONE + "/Documents";
    String one = all + "/{Object}";
    routes
        .get(all, Frame.handler(this::list))
        .post(all, List.of("UniqueName", "Data", "Ttl"), Frame.handler(this::create))
        .get(one, Frame.handler(x -> answer(200, document(x))))
        .post(one, List.of("Data", "Ttl"), Frame.handler(this::update))
        .delete(one, Frame.handler(this::delete));
  }

  private Document document(Exchange exchange) {
    return (Document) frame.object(exchange, Kind.DOCUMENT);
  }

  private RestResponse list(Exchange exchange) {
    return Frame.page(
        exchange,
        "documents",
        frame.service(exchange).all(Kind.DOCUMENT),
        SyncObject::sid,
        (json, row) -> json(json, (Document) row));
  }

  private static Payload payload(RestRequest request) {
    String text = request.first("Data");
    return text == null ? null : Payload.parse(text, Payload.MOST);
  }

  private RestResponse create(Exchange exchange) {
    RestRequest request = exchange.request();
    Payload given = payload(request);
    Payload payload = given == null ? Payload.EMPTY : given;
    Integer ttl = Ttls.own(request);
    SyncObject made =
        frame
            .services()
            .give(
                frame.service(exchange),
                (service, now, effects) ->
                    service.create(
                        Kind.DOCUMENT,
                        request.first("UniqueName"),
                        payload,
                        ttl,
                        Author.SYSTEM,
                        now,
                        effects));
    return answer(201, (Document) made);
  }

  private RestResponse update(Exchange exchange) {
    RestRequest request = exchange.request();
    Document document = document(exchange);
    Payload payload = payload(request);
    Integer ttl = Ttls.own(request);
    frame
        .services()
        .give(
            document.service(),
            (service, now, effects) -> {
              document.update(
                  payload, ttl, request.header("if-match"), Author.SYSTEM, now, effects);
              return null;
            });
    return answer(200, document);
  }

  private RestResponse delete(Exchange exchange) {
    Document document = document(exchange);
    frame
        .services()
        .give(
            document.service(),
            (service, now, effects) -> {
              service.remove(document, Author.SYSTEM, now, effects);
              return null;
            });
    return Frame.gone();
  }

  private RestResponse answer(int status, Document document) {
    JsonText json = new JsonText();
    json(json, document);
    return Frame.answer(status, json, document.revision());
  }

  private void json(JsonText json, Document document) {
    frame.object(json, document, "Permissions");
    json.raw("data", document.json());
    json.end();
  }
}
