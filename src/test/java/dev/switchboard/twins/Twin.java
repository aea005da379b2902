package dev.switchboard.twins;

import dev.partyline.world.Application;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.function.Function;

/** A known-bad program: what it is called, which mistake it copies and which law it breaks. */
record Twin(String name, String sentence, String breaks, Function<Surroundings, Application> maker)
    implements Subject {

  @Override
  public String voicePath() {
    return "/voice";
  }

  @Override
  public Application start(Surroundings surroundings) {
    return maker.apply(surroundings);
  }
}
