package dev.partyline.world;

import java.time.Instant;

/** The one account of a simulated run: fixed names, so that every run has the same bytes. */
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

  /** Where the program under test believes it is reached. */
  public static final String BASE_URL = "https://app.example.com";

  /** The instant of simulated time 0: nine in the morning in Japan. */
  public static final Instant EPOCH = Instant.parse("2026-04-01T00:00:00Z");

  private Account() {}
}
