package dev.switchboard.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchboard.conversation.Conversation;
import dev.switchboard.conversation.Leg;
import dev.switchboard.store.ConversationStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The conversations as a page wants them: what is believed of each leg. */
public final class CallList {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ConversationStore store;

  public CallList(ConversationStore store) {
    this.store = store;
  }

  /**
   * Each known leg's call SID and the platform's word for its status, in the order of the calls.
   */
  public Map<String, String> beliefs() {
    Map<String, String> beliefs = new LinkedHashMap<>();
    for (Conversation conversation : store.all()) {
      for (Leg leg : conversation.legs()) {
        beliefs.put(leg.sid(), leg.status().word());
      }
    }
    return beliefs;
  }

  /** The list as a JSON array. */
  public String json() {
    List<Row> rows = store.all().stream().map(Row::of).toList();
    try {
      return MAPPER.writeValueAsString(rows);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a list of texts cannot be written as JSON", impossible);
    }
  }

  /** One conversation; {@code number}, {@code conferenceSid} and {@code ending} may be null. */
  record Row(
      String conversation,
      String phase,
      String number,
      String conferenceSid,
      String ending,
      List<LegRow> legs) {

    static Row of(Conversation it) {
      List<LegRow> legs = it.legs().stream().map(LegRow::of).toList();
      String ending = it.ending() == null ? null : word(it.ending());
      return new Row(it.id(), word(it.phase()), it.number(), it.roomSid(), ending, legs);
    }

    private static String word(Enum<?> value) {
      return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** One leg. */
  record LegRow(String callSid, String status) {
    static LegRow of(Leg leg) {
      return new LegRow(leg.sid(), leg.status().word());
    }
  }
}
