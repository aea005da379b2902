package dev.partyline.syncing;

import dev.partyline.sync.SyncEvent;
import dev.partyline.sync.SyncService;
import dev.partyline.token.AccessToken;
import dev.partyline.token.BadToken;
import dev.partyline.token.TokenFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pages that follow Sync, and who of them is subscribed to what. */
public final class SyncPages {

  private final SyncDesk desk;
  private final Map<String, SyncPage> pages = new LinkedHashMap<>();
  private final Map<String, List<Replica>> subscribed = new LinkedHashMap<>();

  SyncPages(SyncDesk desk) {
    this.desk = desk;
  }

  /** Opens a page in the default service of the main account; see the other. */
  public SyncPage open(String name, String identity) {
    return open(name, identity, desk.get(desk.wires().mainAccount(), "default"));
  }

  /**
   * Opens a page; it begins to connect. Its token does not expire unless told so.
   *
   * @param name a stable name, used once
   * @param identity of its token
   * @throws IllegalArgumentException when there is a page with this name
   */
  public SyncPage open(String name, String identity, SyncService service) {
    SyncPage made = new SyncPage(desk, name, identity, service);
    if (pages.putIfAbsent(name, made) != null) {
      throw new IllegalArgumentException(
          "there is a page '" + name + "' already; name it otherwise");
    }
    made.connect();
    return made;
  }

  /**
   * Opens a page as browsers do, with an access token: it says who the page is and which service it
   * may open, and the page hears until it expires (TOKEN-05, TOKEN-07).
   *
   * @param name as for the other; null for the identity and {@code .page}
   * @throws BadToken when the token is refused, or has no identity or no Sync grant (TOKEN-08)
   */
  public SyncPage openWithToken(String name, String token) {
    AccessToken read = desk.wires().verify(token);
    SyncService service = service(read);
    if (read.identity() == null) {
      throw new BadToken(TokenFault.GRANTS, "the token has no identity; set one where it is made");
    }
    SyncPage made = open(name == null ? read.identity() + ".page" : name, read.identity(), service);
    made.token(lifeMs(read));
    return made;
  }

  /** What a token is good for, or a refusal. */
  SyncService service(AccessToken token) {
    String sid = token.requireSync().serviceSid();
    SyncService service = sid == null ? null : desk.get(token.accountSid(), sid);
    if (service == null) {
      throw new BadToken(
          TokenFault.GRANTS,
          "its Sync grant is for service "
              + sid
              + ", which account "
              + token.accountSid()
              + " does not have");
    }
    return service;
  }

  /** How long a token is still good, in milliseconds. */
  long lifeMs(AccessToken token) {
    return Math.max(0, (token.expires() - desk.wires().tokenSeconds()) * 1000);
  }

  /** Null when there is none with this name. */
  public SyncPage page(String name) {
    return pages.get(name);
  }

  /** In the order of their opening. */
  public List<SyncPage> all() {
    return List.copyOf(pages.values());
  }

  // ---- for the rest of the package ----

  void push(SyncEvent event) {
    List<Replica> followers = subscribed.getOrDefault(event.object(), List.of());
    List.copyOf(followers).forEach(one -> one.channel().send(event, false));
    if (event.isEnd()) {
      subscribed.remove(event.object());
    }
  }

  void subscribe(String object, Replica replica) {
    List<Replica> followers = subscribed.computeIfAbsent(object, sid -> new ArrayList<>());
    if (!followers.contains(replica)) {
      followers.add(replica);
    }
  }

  void unsubscribe(String object, Replica replica) {
    List<Replica> followers = subscribed.get(object);
    if (followers != null && followers.remove(replica) && followers.isEmpty()) {
      subscribed.remove(object);
    }
  }

  void closed(SyncPage page) {
    pages.remove(page.name(), page);
  }
}
