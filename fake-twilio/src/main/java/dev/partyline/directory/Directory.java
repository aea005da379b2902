package dev.partyline.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Everything that is set up on the platform before a call is made. Entries are values: a change
 * puts another one in the place of the old. All lists are in the order of creation. Not safe for
 * use by several threads; the platform is its single writer.
 */
public final class Directory {

  private final String mainSid;
  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final Map<String, ApiKey> keys = new LinkedHashMap<>();
  private final Map<String, IncomingNumber> numbers = new LinkedHashMap<>();
  private final Map<String, TwimlApp> applications = new LinkedHashMap<>();
  private final Map<String, CallerId> callerIds = new LinkedHashMap<>();
  private final Map<String, Integer> counters = new TreeMap<>();
  private final DiallingRules dialling = new DiallingRules();

  /** A directory with one account, which owns all others. */
  public Directory(Account main) {
    this.mainSid = main.sid();
    put(main);
  }

  /** Two capital letters and a counted number no entry has yet. */
  public String nextSid(String prefix) {
    String sid;
    do {
      sid = prefix + String.format("%032x", counters.merge(prefix, 1, Integer::sum));
    } while (accounts.containsKey(sid)
        || keys.containsKey(sid)
        || numbers.containsKey(sid)
        || applications.containsKey(sid)
        || callerIds.containsKey(sid));
    return sid;
  }

  /** Numbers that cannot be dialled. */
  public DiallingRules dialling() {
    return dialling;
  }

  // ---- accounts and who may use them ----

  /** The account that owns all others. */
  public Account main() {
    return accounts.get(mainSid);
  }

  /** An account by its SID; null when there is none. */
  public Account account(String sid) {
    return accounts.get(sid);
  }

  /** All accounts, the main one first. */
  public List<Account> accounts() {
    return new ArrayList<>(accounts.values());
  }

  /** Adds an account or puts it in the place of the one with its SID. */
  public void put(Account account) {
    accounts.put(account.sid(), account);
  }

  /**
   * The account that these credentials are of (SEC-13): the SID of an account with its token, or
   * the SID of an API key with its secret. Null when they are nobody's.
   */
  public Account authenticate(String user, String password) {
    Account account = accounts.get(user);
    if (account != null) {
      return account.token().equals(password) ? account : null;
    }
    ApiKey key = keys.get(user);
    return key != null && key.secret().equals(password) ? accounts.get(key.accountSid()) : null;
  }

  /** Whether one account may act for another: for itself and for its subaccounts. */
  public boolean mayActFor(Account actor, Account other) {
    return actor.sid().equals(other.sid()) || actor.sid().equals(other.ownerSid());
  }

  // ---- keys ----

  /** The keys of an account. */
  public List<ApiKey> keys(String accountSid) {
    return of(keys, ApiKey::accountSid, accountSid);
  }

  /** A key of an account; null when it has none of this SID. */
  public ApiKey key(String accountSid, String sid) {
    return own(keys.get(sid), ApiKey::accountSid, accountSid);
  }

  /** A key, whosever it is; null when there is none. */
  public ApiKey key(String sid) {
    return keys.get(sid);
  }

  /** Adds a key or puts it in the place of the one with its SID. */
  public void put(ApiKey key) {
    keys.put(key.sid(), key);
  }

  // ---- numbers ----

  /** The numbers of an account. */
  public List<IncomingNumber> numbers(String accountSid) {
    return of(numbers, IncomingNumber::accountSid, accountSid);
  }

  /** All numbers of all accounts. */
  public List<IncomingNumber> numbers() {
    return new ArrayList<>(numbers.values());
  }

  /** A number of an account by SID; null when it has none of this SID. */
  public IncomingNumber number(String accountSid, String sid) {
    return own(numbers.get(sid), IncomingNumber::accountSid, accountSid);
  }

  /** The entry of a number in E.164, whosever it is; null when it is nobody's. */
  public IncomingNumber dialled(String number) {
    for (IncomingNumber entry : numbers.values()) {
      if (entry.number().equals(number)) {
        return entry;
      }
    }
    return null;
  }

  /** Adds a number or puts it in the place of the one with its SID. */
  public void put(IncomingNumber number) {
    numbers.put(number.sid(), number);
  }

  // ---- applications ----

  /** The applications of an account. */
  public List<TwimlApp> applications(String accountSid) {
    return of(applications, TwimlApp::accountSid, accountSid);
  }

  /** An application of an account; null when it has none of this SID. */
  public TwimlApp application(String accountSid, String sid) {
    return own(applications.get(sid), TwimlApp::accountSid, accountSid);
  }

  /** An application, whosever it is; null when there is none. */
  public TwimlApp application(String sid) {
    return applications.get(sid);
  }

  /** Adds an application or puts it in the place of the one with its SID. */
  public void put(TwimlApp application) {
    applications.put(application.sid(), application);
  }

  /**
   * What a call to a number runs: its application's settings, or its own.
   *
   * @param number one of this directory
   */
  public Voice voice(IncomingNumber number) {
    TwimlApp application = applications.get(number.applicationSid());
    return application == null ? number.voice() : application.voice();
  }

  // ---- caller ids ----

  /** The caller ids of an account. */
  public List<CallerId> callerIds(String accountSid) {
    return of(callerIds, CallerId::accountSid, accountSid);
  }

  /** A caller id of an account; null when it has none of this SID. */
  public CallerId callerId(String accountSid, String sid) {
    return own(callerIds.get(sid), CallerId::accountSid, accountSid);
  }

  /** Adds a caller id or puts it in the place of the one with its SID. */
  public void put(CallerId callerId) {
    callerIds.put(callerId.sid(), callerId);
  }

  /** Whether an account may show a number as caller: it owns it or has had it confirmed. */
  public boolean mayShow(String accountSid, String number) {
    return numbers(accountSid).stream().anyMatch(own -> own.number().equals(number))
        || verified(accountSid, number);
  }

  /** Whether the holder of a number has confirmed it for an account. */
  public boolean verified(String accountSid, String number) {
    return callerIds(accountSid).stream().anyMatch(id -> id.number().equals(number));
  }

  /** Takes the key, number, application or caller id of this SID out; an account stays for ever. */
  public void remove(String sid) {
    keys.remove(sid);
    numbers.remove(sid);
    applications.remove(sid);
    callerIds.remove(sid);
  }

  private static <T> List<T> of(
      Map<String, T> entries, Function<T, String> owner, String accountSid) {
    List<T> found = new ArrayList<>();
    for (T entry : entries.values()) {
      if (owner.apply(entry).equals(accountSid)) {
        found.add(entry);
      }
    }
    return found;
  }

  private static <T> T own(T entry, Function<T, String> owner, String accountSid) {
    return entry != null && owner.apply(entry).equals(accountSid) ? entry : null;
  }
}
