package dev.partyline.gherkin;

import dev.partyline.explore.RunResult;
import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening.LegCreated;
import dev.partyline.journal.Happening.VoiceDelay;
import io.cucumber.java.en.Then;
import io.cucumber.java.ja.ならば;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How late people hear each other (REGION-25). */
public final class DelaySteps {

  private final Rehearsal rehearsal;

  /** Made by Cucumber, once for each scenario. */
  public DelaySteps(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** Mouth to ear between the two, the longest there was. */
  @Then("{customer} and {agent} hear each other within {duration}")
  @ならば("{customer}と{agent}の声は{duration}以内に届く")
  public void within(String customer, String agent, long ms) {
    RunResult run = rehearsal.result();
    long most = most(run, Set.of(customer, agent));
    Failure.unless(
        most >= 0 && most <= ms,
        customer + " and " + agent + " hear each other within " + ms + " ms",
        most < 0 ? "they never heard each other" : "it took " + most + " ms from mouth to ear",
        run);
  }

  /** -1 when neither heard the other. */
  private static long most(RunResult run, Set<String> both) {
    Map<String, String> parties = new LinkedHashMap<>();
    long most = -1;
    for (Entry entry : run.journal()) {
      if (entry.what() instanceof LegCreated leg && leg.party() != null) {
        parties.put(leg.call(), leg.party());
      } else if (entry.what() instanceof VoiceDelay heard
          && parties.containsKey(heard.speaker())
          && parties.containsKey(heard.hearer())
          && both.equals(pair(parties.get(heard.speaker()), parties.get(heard.hearer())))) {
        most = Math.max(most, heard.ms());
      }
    }
    return most;
  }

  private static Set<String> pair(String one, String other) {
    return new LinkedHashSet<>(List.of(one, other));
  }
}
