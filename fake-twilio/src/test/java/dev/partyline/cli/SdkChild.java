package dev.partyline.cli;

import com.twilio.Twilio;
import com.twilio.rest.api.v2010.account.Application;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that knows nothing of Partyline: the SDK by its statics and its variables. */
public final class SdkChild {

  private SdkChild() {}

  /**
   * Makes an application and writes its SID.
   *
   * @param words a file, and the exit code to end with
   */
  public static void main(String[] words) throws Exception {
    Twilio.init(System.getenv("TWILIO_ACCOUNT_SID"), System.getenv("TWILIO_AUTH_TOKEN"));
    Application made = Application.creator().setFriendlyName("from a child").create();
    Files.writeString(Path.of(words[0]), made.getSid());
    System.exit(Integer.parseInt(words[1]));
  }
}
