package dev.partyline.twiml;

import com.twilio.twiml.TwiML;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Application;
import com.twilio.twiml.voice.Client;
import com.twilio.twiml.voice.Conference;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Queue;
import com.twilio.twiml.voice.Sim;
import com.twilio.twiml.voice.Sip;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** Documents as the platform's own Java SDK writes them. */
final class SdkDocument {

  private SdkDocument() {}

  /** A situation, the document written for it, and the verbs that should be read. */
  static Arguments row(String situation, VoiceResponse.Builder written, Verb... expected) {
    return Arguments.of(situation, written.build().toXml(), List.of(expected));
  }

  static VoiceResponse.Builder response() {
    return new VoiceResponse.Builder();
  }

  static com.twilio.twiml.voice.Say.Builder say(String words) {
    return new com.twilio.twiml.voice.Say.Builder(words);
  }

  /** A response with a Dial of this noun alone. */
  static VoiceResponse.Builder dialling(TwiML noun) {
    com.twilio.twiml.voice.Dial.Builder dial = new com.twilio.twiml.voice.Dial.Builder();
    if (noun instanceof Conference conference) {
      dial.conference(conference);
    } else if (noun instanceof Number number) {
      dial.number(number);
    } else if (noun instanceof Client client) {
      dial.client(client);
    } else if (noun instanceof Sip sip) {
      dial.sip(sip);
    } else if (noun instanceof Queue queue) {
      dial.queue(queue);
    } else if (noun instanceof Application application) {
      dial.application(application);
    } else if (noun instanceof Sim sim) {
      dial.sim(sim);
    } else {
      throw new IllegalArgumentException("no noun of Dial: " + noun);
    }
    return response().dial(dial.build());
  }
}
