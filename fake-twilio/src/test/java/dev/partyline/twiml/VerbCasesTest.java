package dev.partyline.twiml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerbCasesTest {

  private static final Verb.Cases<String> VERB_NAMES =
      new Verb.Cases<>() {
        @Override
        public String say(Say say) {
          return "Say";
        }

        @Override
        public String play(Play play) {
          return "Play";
        }

        @Override
        public String pause(Pause pause) {
          return "Pause";
        }

        @Override
        public String hangup(Hangup hangup) {
          return "Hangup";
        }

        @Override
        public String redirect(Redirect redirect) {
          return "Redirect";
        }

        @Override
        public String reject(Reject reject) {
          return "Reject";
        }

        @Override
        public String dial(Dial dial) {
          return "Dial";
        }

        @Override
        public String gather(Gather gather) {
          return "Gather";
        }

        @Override
        public String record(RecordVerb record) {
          return "Record";
        }

        @Override
        public String enqueue(Enqueue enqueue) {
          return "Enqueue";
        }

        @Override
        public String leave(Leave leave) {
          return "Leave";
        }

        @Override
        public String unsupported(UnsupportedVerb unsupported) {
          return unsupported.tag();
        }
      };

  private static final Noun.Cases<String> NOUN_NAMES =
      new Noun.Cases<>() {
        @Override
        public String number(NumberNoun number) {
          return "Number";
        }

        @Override
        public String client(ClientNoun client) {
          return "Client";
        }

        @Override
        public String sip(SipNoun sip) {
          return "Sip";
        }

        @Override
        public String queue(QueueNoun queue) {
          return "Queue";
        }

        @Override
        public String conference(ConferenceNoun conference) {
          return "Conference";
        }

        @Override
        public String application(ApplicationNoun application) {
          return "Application";
        }

        @Override
        public String unsupported(UnsupportedNoun unsupported) {
          return unsupported.tag();
        }
      };

  @Test
  void each_verb_goes_to_the_case_of_its_own_name() {
    List<Verb> verbs =
        List.of(
            Say.of("x"),
            Play.of("x"),
            new Pause(1),
            new Hangup(),
            new Redirect("x", HttpMethod.POST),
            new Reject(Reject.Reason.BUSY),
            Dial.to(),
            Gather.withDefaults(),
            RecordVerb.withDefaults(),
            Enqueue.into("x"),
            new Leave(),
            new UnsupportedVerb("Pay", Map.of(), ""));

    assertEquals(
        verbs.stream().map(Verb::tag).toList(),
        verbs.stream().map(verb -> verb.accept(VERB_NAMES)).toList());
  }

  @Test
  void each_noun_goes_to_the_case_of_its_own_name() {
    List<Noun> nouns =
        List.of(
            NumberNoun.of("x"),
            ClientNoun.of("x"),
            SipNoun.of("x"),
            QueueNoun.named("x"),
            ConferenceNoun.named("x"),
            ApplicationNoun.of("x"),
            new UnsupportedNoun("Sim", Map.of(), ""));

    assertEquals(
        nouns.stream().map(Noun::tag).toList(),
        nouns.stream().map(noun -> noun.accept(NOUN_NAMES)).toList());
  }
}
