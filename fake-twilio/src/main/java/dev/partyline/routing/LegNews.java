package dev.partyline.routing;

import dev.partyline.telephony.Call;
import dev.partyline.telephony.Conference;
import dev.partyline.telephony.Participant;

/** What the desk is told of legs; whatever is no concern of it is passed over. */
public interface LegNews {

  /** A leg was answered. */
  void answered(Call call);

  /** A leg is over. */
  void ended(Call call);

  /** A leg is in a conference. */
  void joined(Participant participant);

  /** A leg is out of a conference. */
  void left(Participant participant);

  /** A conference is over. */
  void ended(Conference conference);

  /** A leg that was bridged is so no more. */
  void parted(Call call);
}
