package dev.partyline.world;

import dev.partyline.directory.ApiKey;
import dev.partyline.directory.Directory;
import dev.partyline.directory.IncomingNumber;
import dev.partyline.directory.TwimlApp;
import dev.partyline.directory.Voice;
import java.time.Instant;
import java.util.Map;

/** The main account of a simulated run: fixed names, so that every run has the same bytes. */
public final class Account {

  /** The account's SID. */
  public static final String SID = "AC00000000000000000000000000000001";

  /** Its auth token: of this fake, safe to show. */
  public static final String TOKEN = "5eed5eed5eed5eed5eed5eed5eed5eed";

  /** An API key of the account. */
  public static final String API_KEY = "SK00000000000000000000000000000001";

  /** The API key's secret: of this fake, safe to show. */
  public static final String API_SECRET = "5eed5eed5eed5eed5eed5eed5eed5eee";

  /** Its TwiML application. */
  public static final String APPLICATION = "AP00000000000000000000000000000001";

  /** Its phone number. */
  public static final String NUMBER = "+81345678900";

  /** The entry of its phone number. */
  public static final String NUMBER_SID = "PN00000000000000000000000000000001";

  /** Where the program under test believes it is reached. */
  public static final String BASE_URL = "https://app.example.com";

  /** The instant of simulated time 0: nine in the morning in Japan. */
  public static final Instant EPOCH = Instant.parse("2026-04-01T00:00:00Z");

  /** The same as journals write it. */
  public static final String EPOCH_TEXT = EPOCH.toString();

  private Account() {}

  /**
   * The directory a run begins with: this account, its key, its number and its application, which
   * both run the same document.
   *
   * @param voiceUrl absolute
   * @param statusCallback absolute; null when nobody is told that a call is over
   */
  public static Directory directory(String voiceUrl, String statusCallback) {
    return directory(voiceUrl, voiceUrl, statusCallback);
  }

  /** The same with another document for those who call the number. */
  static Directory directory(String voiceUrl, String incomingUrl, String statusCallback) {
    Directory directory = new Directory(dev.partyline.directory.Account.main(SID, TOKEN));
    Voice voice = Voice.at(voiceUrl, statusCallback);
    Voice incoming = Voice.at(incomingUrl, statusCallback);
    directory.put(new ApiKey(API_KEY, SID, API_SECRET, "partyline", 0, 0));
    directory.put(new TwimlApp(APPLICATION, SID, "partyline", voice, Map.of(), 0, 0));
    directory.put(
        new IncomingNumber(NUMBER_SID, SID, NUMBER, NUMBER, incoming, null, Map.of(), 0, 0));
    return directory;
  }
}
