package dev.partyline.rest;

import dev.partyline.directory.Account;
import dev.partyline.directory.Directory;
import dev.partyline.telephony.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /2010-04-01/Accounts.json}: an account and its subaccounts. */
final class AccountsResource implements Resource {

  private static final int LONGEST_NAME = 64;
  private static final List<String> STATUSES = List.of("active", "suspended", "closed");
  private static final Map<String, String> SUBRESOURCES = new LinkedHashMap<>();

  static {
    SUBRESOURCES.put("available_phone_numbers", "AvailablePhoneNumbers");
    SUBRESOURCES.put("calls", "Calls");
    SUBRESOURCES.put("conferences", "Conferences");
    SUBRESOURCES.put("incoming_phone_numbers", "IncomingPhoneNumbers");
    SUBRESOURCES.put("notifications", "Notifications");
    SUBRESOURCES.put("outgoing_caller_ids", "OutgoingCallerIds");
    SUBRESOURCES.put("recordings", "Recordings");
    SUBRESOURCES.put("transcriptions", "Transcriptions");
    SUBRESOURCES.put("addresses", "Addresses");
    SUBRESOURCES.put("signing_keys", "SigningKeys");
    SUBRESOURCES.put("connect_apps", "ConnectApps");
    SUBRESOURCES.put("sip", "SIP");
    SUBRESOURCES.put("authorized_connect_apps", "AuthorizedConnectApps");
    SUBRESOURCES.put("usage", "Usage");
    SUBRESOURCES.put("keys", "Keys");
    SUBRESOURCES.put("applications", "Applications");
    SUBRESOURCES.put("short_codes", "SMS/ShortCodes");
    SUBRESOURCES.put("queues", "Queues");
    SUBRESOURCES.put("messages", "Messages");
    SUBRESOURCES.put("balance", "Balance");
  }

  private final Backend backend;

  AccountsResource(Backend backend) {
    this.backend = backend;
  }

  @Override
  public void addTo(Routes routes) {
    String all = "/2010-04-01/Accounts";
    routes
        .get(all, this::list)
        .post(all, List.of("FriendlyName"), this::create)
        .get(Routes.ACCOUNT, x -> one(200, x.account()))
        .post(Routes.ACCOUNT, List.of("FriendlyName", "Status"), this::update);
  }

  private RestResponse list(Exchange exchange) {
    RestRequest request = exchange.request();
    String name = request.filled("FriendlyName");
    String status = Form.word(request, "Status", 20001, STATUSES);
    List<Account> rows = new ArrayList<>();
    for (Account account : backend.directory().accounts()) {
      if (backend.directory().mayActFor(exchange.actor(), account)
          && (name == null || name.equals(account.friendlyName()))
          && (status == null || status.equals(account.status().word()))) {
        rows.add(0, account);
      }
    }
    return Page.of(request, "accounts", rows, Account::sid, this::write);
  }

  private RestResponse create(Exchange exchange) {
    Account owner = exchange.actor();
    if (!owner.sid().equals(owner.ownerSid())) {
      throw new Refusal(403, 20006, "A subaccount cannot create accounts");
    }
    Directory directory = backend.directory();
    String name = Form.text(exchange.request(), "FriendlyName", LONGEST_NAME);
    String sid = directory.nextSid("AC");
    Account account =
        new Account(
            sid,
            owner.sid(),
            Secrets.of(owner.token() + sid),
            name == null ? "SubAccount Created at " + backend.time(backend.now()) : name,
            Account.Status.ACTIVE,
            owner.kind(),
            backend.now(),
            backend.now());
    directory.put(account);
    return one(201, account);
  }

  private RestResponse update(Exchange exchange) {
    Account account = exchange.account();
    String name = Form.text(exchange.request(), "FriendlyName", LONGEST_NAME);
    String word = Form.word(exchange.request(), "Status", 20001, STATUSES);
    Account.Status status = word == null ? account.status() : Account.Status.of(word);
    boolean changes = status != account.status();
    if (changes && account.sid().equals(account.ownerSid())) {
      throw new Refusal(400, 20001, "The status of a main account cannot be changed here");
    }
    if (changes && account.status() == Account.Status.CLOSED) {
      throw new Refusal(400, 20001, "Account " + account.sid() + " is closed for ever");
    }
    Account changed =
        account.with(name == null ? account.friendlyName() : name, status, backend.now());
    backend.directory().put(changed);
    return one(200, changed);
  }

  private RestResponse one(int status, Account account) {
    JsonText json = new JsonText();
    write(json, account);
    return RestResponse.ok(status, json.toString());
  }

  private void write(JsonText json, Account account) {
    String base = Resources.base(account.sid());
    json.begin();
    json.text("auth_token", account.token());
    json.text("date_created", backend.time(account.created()));
    json.text("date_updated", backend.time(account.updated()));
    json.text("friendly_name", account.friendlyName());
    json.text("owner_account_sid", account.ownerSid());
    json.text("sid", account.sid());
    json.text("status", account.status().word());
    json.begin("subresource_uris");
    SUBRESOURCES.forEach((name, path) -> json.text(name, base + "/" + path + ".json"));
    json.end();
    json.text("type", account.kind().word());
    json.text("uri", base + ".json");
    json.end();
  }
}
