package dev.partyline.script;

import dev.partyline.rest.NotModelled;
import dev.partyline.telephony.Refusal;
import dev.partyline.twiml.ApplicationNoun;
import dev.partyline.twiml.ClientNoun;
import dev.partyline.twiml.ConferenceNoun;
import dev.partyline.twiml.MachineDetection;
import dev.partyline.twiml.Noun;
import dev.partyline.twiml.NumberNoun;
import dev.partyline.twiml.QueueNoun;
import dev.partyline.twiml.SipNoun;
import dev.partyline.twiml.UnsupportedNoun;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the nouns of a Dial that make legs (TWIML-34 to TWIML-36). */
final class Targets implements Noun.Cases<List<Target>> {

  static final Targets OF = new Targets();

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern NORTH_AMERICAN = Pattern.compile("1?([2-9][0-9]{9})");

  private Targets() {}

  /**
   * A number as it is dialled; without a plus only North American ones can be told.
   *
   * @throws Refusal 13223 when it is none
   */
  static String number(String written) {
    String bare = written.replaceAll("[ .()-]", "");
    if (E164.matcher(bare).matches()) {
      return bare;
    }
    var american = NORTH_AMERICAN.matcher(bare);
    if (american.matches()) {
      return "+1" + american.group(1);
    }
    throw new Refusal(
        400, 13_223, "'" + written + "' is no phone number to dial; write it like +819012345678");
  }

  @Override
  public List<Target> number(NumberNoun noun) {
    return List.of(
        new Target(
            number(noun.phoneNumber()),
            noun.url(),
            noun.method(),
            noun.sendDigits(),
            noun.statusCallback(),
            noun.machineDetection(),
            List.of()));
  }

  @Override
  public List<Target> client(ClientNoun noun) {
    return List.of(
        new Target(
            "client:" + noun.identity(),
            noun.url(),
            noun.method(),
            null,
            noun.statusCallback(),
            MachineDetection.OFF,
            noun.parameters()));
  }

  /** Nested endpoints are tried one after another, the smallest priority first. */
  @Override
  public List<Target> sip(SipNoun noun) {
    if (noun.uri() != null) {
      return List.of(sip(noun, noun.uri()));
    }
    return noun.uris().stream()
        .sorted(Comparator.comparingInt(Targets::priority))
        .map(endpoint -> sip(noun, endpoint.uri()))
        .toList();
  }

  private static int priority(SipNoun.Endpoint endpoint) {
    try {
      return endpoint.priority() == null ? 0 : Integer.parseInt(endpoint.priority().trim());
    } catch (NumberFormatException unreadable) {
      return Integer.MAX_VALUE;
    }
  }

  private static Target sip(SipNoun noun, String uri) {
    int headers = uri.indexOf('?');
    return new Target(
        headers < 0 ? uri : uri.substring(0, headers),
        noun.url(),
        noun.method(),
        null,
        noun.statusCallback(),
        noun.machineDetection(),
        noun.headers());
  }

  @Override
  public List<Target> application(ApplicationNoun noun) {
    return List.of(
        new Target(
            "app:" + noun.applicationSid(),
            noun.url(),
            noun.method(),
            null,
            noun.statusCallback(),
            MachineDetection.OFF,
            noun.parameters()));
  }

  @Override
  public List<Target> queue(QueueNoun noun) {
    throw new IllegalStateException("a Queue is no leg to dial");
  }

  @Override
  public List<Target> conference(ConferenceNoun noun) {
    throw new IllegalStateException("a Conference is no leg to dial");
  }

  @Override
  public List<Target> unsupported(UnsupportedNoun noun) {
    throw new NotModelled("the noun " + noun.tag() + " in Dial");
  }
}
