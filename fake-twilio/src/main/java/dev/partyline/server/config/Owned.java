package dev.partyline.server.config;

import dev.partyline.directory.Account;
import dev.partyline.directory.ApiKey;
import dev.partyline.directory.CallerId;
import dev.partyline.directory.Directory;
import dev.partyline.directory.IncomingNumber;
import dev.partyline.directory.TwimlApp;
import dev.partyline.directory.Voice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads accounts and what they own; makes a fresh directory each time it is asked. */
final class Owned implements Supplier<Directory> {

  static final Pattern URL = Pattern.compile("https?://[^\\s/]+\\S*");
  static final String URL_WORDS = "a URL with http:// or https:// and a host";

  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{1,14}");
  private static final String NUMBER_WORDS = "a number in E.164 like +81345678900";
  private static final List<String> METHODS = List.of("POST", "GET");

  private final Account main;
  private final List<Consumer<Directory>> steps = new ArrayList<>();
  private final Map<String, String> applications = new LinkedHashMap<>();
  private final Map<String, String> accounts = new LinkedHashMap<>();
  private final Directory counted;

  private Owned(Account main) {
    this.main = main;
    this.counted = new Directory(main);
    accounts.put(main.sid(), main.sid());
  }

  /** The account that owns all others. */
  Account main() {
    return main;
  }

  @Override
  public Directory get() {
    Directory directory = new Directory(main);
    steps.forEach(step -> step.accept(directory));
    return directory;
  }

  /** Adds to the directory, now for counting SIDs and at each start. */
  private void add(Consumer<Directory> step) {
    step.accept(counted);
    steps.add(step);
  }

  static Owned read(Section root) {
    Section account = root.section("account");
    Owned owned =
        new Owned(
            account(account, dev.partyline.world.Account.SID, null)
                .as(
                    account.word("kind", List.of("full", "trial")).equals("trial")
                        ? Account.Kind.TRIAL
                        : Account.Kind.FULL));
    owned.keys(account, owned.main.sid());
    account.done();
    for (Section entry : root.sections("subaccounts")) {
      Account sub = account(entry, owned.counted.nextSid("AC"), owned.main.sid());
      owned.accounts.put(sub.sid(), sub.sid());
      owned.add(directory -> directory.put(sub));
      owned.keys(entry, sub.sid());
      entry.done();
    }
    root.sections("applications").forEach(owned::application);
    root.sections("numbers").forEach(owned::number);
    root.sections("callerIds").forEach(owned::callerId);
    root.sections("refuse").forEach(owned::refuse);
    return owned;
  }

  private static Account account(Section entry, String sid, String owner) {
    String own = sid(entry, "AC", sid);
    String token =
        entry.like(
            "authToken",
            dev.partyline.world.Account.TOKEN,
            Pattern.compile("\\S{1,128}"),
            "1 to 128 characters without spaces");
    String name = entry.text("friendlyName");
    return new Account(
        own,
        owner == null ? own : owner,
        token,
        name == null ? "Partyline" : name,
        Account.Status.ACTIVE,
        Account.Kind.FULL,
        0,
        0);
  }

  private static String sid(Section entry, String prefix, String standard) {
    return entry.like(
        "sid",
        standard,
        Pattern.compile(prefix + "[0-9a-fA-F]{32}"),
        prefix + " and 32 hexadecimal digits");
  }

  /** Whose an entry is. */
  private String owner(Section entry) {
    String owner = entry.text("account");
    if (owner != null && !accounts.containsKey(owner)) {
      entry.wrong(
          "account",
          "there is no account " + owner + "; there are " + String.join(", ", accounts.keySet()));
    }
    return owner == null ? main.sid() : owner;
  }

  private void keys(Section account, String accountSid) {
    for (Section entry : account.sections("apiKeys")) {
      String sid = sid(entry, "SK", counted.nextSid("SK"));
      String secret = entry.required("secret");
      String name = name(entry, sid);
      add(directory -> directory.put(new ApiKey(sid, accountSid, secret, name, 0, 0)));
      entry.done();
    }
  }

  private void application(Section entry) {
    String sid = sid(entry, "AP", counted.nextSid("AP"));
    String owner = owner(entry);
    String name = name(entry, sid);
    Voice voice = voice(entry);
    applications.put(sid, sid);
    applications.put(name, sid);
    add(directory -> directory.put(new TwimlApp(sid, owner, name, voice, Map.of(), 0, 0)));
    entry.done();
  }

  private void number(Section entry) {
    entry.required("number");
    String number = entry.like("number", "+1", NUMBER, NUMBER_WORDS);
    String sid = sid(entry, "PN", counted.nextSid("PN"));
    String owner = owner(entry);
    String name = name(entry, number);
    String named = entry.text("application");
    if (named != null && !applications.containsKey(named)) {
      entry.wrong(
          "application",
          "there is no application '"
              + named
              + "'; there are "
              + String.join(", ", applications.keySet()));
    }
    String application = named == null ? null : applications.get(named);
    Voice voice = voice(entry);
    if (counted.dialled(number) != null) {
      entry.wrong("number", number + " is here twice");
    }
    add(
        directory ->
            directory.put(
                new IncomingNumber(sid, owner, number, name, voice, application, Map.of(), 0, 0)));
    entry.done();
  }

  private void callerId(Section entry) {
    entry.required("number");
    String number = entry.like("number", "+1", NUMBER, NUMBER_WORDS);
    String sid = sid(entry, "PN", counted.nextSid("PN"));
    String owner = owner(entry);
    String name = name(entry, number);
    add(directory -> directory.put(new CallerId(sid, owner, number, name, 0, 0)));
    entry.done();
  }

  private void refuse(Section entry) {
    entry.required("prefix");
    entry.required("code");
    String prefix = entry.like("prefix", "+", Pattern.compile("\\+[0-9]*"), "like +1900");
    int code = (int) entry.whole("code", 21216, 0, 99_999);
    try {
      counted.dialling().refuse(prefix, code);
      steps.add(directory -> directory.dialling().refuse(prefix, code));
    } catch (IllegalArgumentException bad) {
      entry.wrong("code", bad.getMessage());
    }
    entry.done();
  }

  private static String name(Section entry, String standard) {
    String name = entry.text("friendlyName");
    return name == null ? standard : name;
  }

  private static Voice voice(Section entry) {
    return new Voice(
        entry.like("voiceUrl", null, URL, URL_WORDS),
        entry.word("voiceMethod", METHODS),
        entry.like("voiceFallbackUrl", null, URL, URL_WORDS),
        entry.word("voiceFallbackMethod", METHODS),
        entry.like("statusCallback", null, URL, URL_WORDS),
        entry.word("statusCallbackMethod", METHODS),
        false);
  }
}
