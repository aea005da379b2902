package dev.switchboard.outbound;

import dev.switchboard.conversation.Chore;
import dev.switchboard.conversation.Command;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it was asked for, and says that it is done. */
public final class RecordingRouting implements Routing {

  private final List<Command.Do> asked = new ArrayList<>();

  /** What it was asked for, in order; may be cleared. */
  public List<Command.Do> asked() {
    return asked;
  }

  @Override
  public Chore.Result carryOut(Command.Do chore) {
    asked.add(chore);
    return Chore.Result.DONE;
  }
}
