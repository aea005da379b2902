package dev.partyline.rest.sync;

import dev.partyline.rest.Exchange;
import dev.partyline.rest.Form;
import dev.partyline.rest.JsonText;
import dev.partyline.rest.Resource;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.rest.Routes;
import dev.partyline.sync.Author;
import dev.partyline.sync.Item;
import dev.partyline.sync.ItemCollection;
import dev.partyline.sync.ItemTtl;
import dev.partyline.sync.Kind;
import dev.partyline.sync.Payload;
import dev.partyline.telephony.Refusal;
import java.util.List;

/** {@code /Items} of a list or a map (SYNC-LIST-01 to 03, SYNC-MAP-01 to 04). */
final class ItemsResource implements Resource {

  private final Frame frame;
  private final Kind kind;

  ItemsResource(Frame frame, Kind kind) {
    this.frame = frame;
    this.kind = kind;
  }

  @Override
  public void addTo(Routes routes) {
    String all = Frame.ONE + "/" + kind.collection() + "/{Object}/Items";
    String one = all + "/{Item}";
    routes
        .get(all, Frame.handler(this::list))
        .post(
            all,
            kind == Kind.MAP
                ? List.of("Key", "Data", "Ttl", "ItemTtl", "CollectionTtl")
                : List.of("Data", "Ttl", "ItemTtl", "CollectionTtl"),
            Frame.handler(this::create))
        .get(one, Frame.handler(x -> answer(200, collection(x), item(x))))
        .post(one, List.of("Data", "Ttl", "ItemTtl", "CollectionTtl"), Frame.handler(this::update))
        .delete(one, Frame.handler(this::delete));
  }

  private ItemCollection collection(Exchange exchange) {
    return (ItemCollection) frame.object(exchange, kind);
  }

  private Item item(Exchange exchange) {
    String key = exchange.path("Item");
    ItemCollection collection =
        (ItemCollection) frame.service(exchange).find(kind, exchange.path("Object"));
    Item found =
        collection == null || key.indexOf('/') >= 0 ? null : collection.item(key); // SYNC-MAP-03
    return frame.require(found, exchange, kind.itemMissing());
  }

  private RestResponse list(Exchange exchange) {
    RestRequest request = exchange.request();
    ItemCollection collection = collection(exchange);
    boolean descending = Form.word(request, "Order", "asc", List.of("asc", "desc")).equals("desc");
    boolean inclusive =
        Form.word(request, "Bounds", "inclusive", List.of("inclusive", "exclusive"))
            .equals("inclusive");
    List<Item> rows = collection.items(descending, request.filled("From"), inclusive);
    return Frame.page(
        exchange, "items", rows, Item::key, (json, row) -> json(json, collection, row));
  }

  private RestResponse create(Exchange exchange) {
    RestRequest request = exchange.request();
    ItemCollection collection = collection(exchange);
    String key = kind == Kind.MAP ? Form.required(request, "Key", 20001) : null;
    if (request.first("Data") == null) {
      throw new Refusal(400, 20001, "Missing required parameter Data in the post body");
    }
    Payload payload = payload(request);
    ItemTtl ttl = Ttls.item(request);
    Item made =
        frame
            .services()
            .give(
                collection.service(),
                (service, now, effects) ->
                    collection.add(key, payload, ttl, Author.SYSTEM, now, effects));
    return answer(201, collection, made);
  }

  private RestResponse update(Exchange exchange) {
    RestRequest request = exchange.request();
    ItemCollection collection = collection(exchange);
    Item item = item(exchange);
    Payload payload = payload(request);
    ItemTtl ttl = Ttls.item(request);
    frame
        .services()
        .give(
            collection.service(),
            (service, now, effects) -> {
              collection.update(
                  item, payload, ttl, request.header("if-match"), Author.SYSTEM, now, effects);
              return null;
            });
    return answer(200, collection, item);
  }

  private RestResponse delete(Exchange exchange) {
    ItemCollection collection = collection(exchange);
    Item item = item(exchange);
    frame
        .services()
        .give(
            collection.service(),
            (service, now, effects) -> {
              collection.remove(
                  item, exchange.request().header("if-match"), Author.SYSTEM, now, effects);
              return null;
            });
    return Frame.gone();
  }

  private static Payload payload(RestRequest request) {
    String text = request.first("Data");
    return text == null ? null : Payload.parse(text, Payload.MOST);
  }

  private RestResponse answer(int status, ItemCollection collection, Item item) {
    JsonText json = new JsonText();
    json(json, collection, item);
    return Frame.answer(status, json, item.revision());
  }

  private void json(JsonText json, ItemCollection collection, Item item) {
    json.begin();
    if (kind == Kind.MAP) {
      json.text("key", item.key());
    } else {
      json.number("index", Long.parseLong(item.key()));
    }
    json.text("account_sid", collection.service().accountSid());
    json.text("service_sid", collection.service().sid());
    json.text(kind.word() + "_sid", collection.sid());
    json.text("url", Frame.url(collection) + "/Items/" + Frame.encode(item.key()));
    json.text("revision", item.revision());
    json.raw("data", item.json());
    frame.dates(json, item.expiresAt(), item.createdAt(), item.updatedAt(), item.createdBy());
    json.end();
  }
}
