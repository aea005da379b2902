package dev.partyline.taskrouter.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partyline.behaviour.Pins;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String WORKER =
      """
      {"level": 3, "level_text": "3", "rate": 2.50, "name": "Yuki", "vip": true, "gone": null,
       "skills": ["sales", "support"], "numbers": [1, 2.0], "site": {"city": "Tokyo"},
       "shifts": [{"day": "mon"}, {"day": "tue"}]}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        // TR-WF-35: constants and references
        "name == \"Yuki\"",
        "name == 'Yuki'",
        "rate == 2.5",
        "vip == true",
        "gone == null",
        "never_set == null",
        "site.city == 'Tokyo'",
        "shifts[1].day == 'tue'",
        "shifts[9].day == null",
        "1==1",
        "level > -1",
        // TR-WF-36: operators
        "level != 4",
        "level >= 3",
        "level <= 3",
        "level < 4",
        "name CONTAINS 'uk'",
        "skills HAS 'sales'",
        "numbers HAS 2",
        "level IN [1, 2, 3]",
        "name IN ['Yuki', 'Aoi']",
        "name NOT IN ['Aoi']",
        "level IN numbers OR level NOT IN numbers",
        // TR-WF-37: aliases and letter case
        "level = 3",
        "skills >- 'support'",
        "name <- ['Yuki']",
        "level == 3 and name in ['Yuki'] or 1 == 2",
        "skills has 'sales'",
        // TR-WF-38: precedence
        "1 == 1 OR 1 == 1 AND 1 == 2",
        "(1 == 2 OR 1 == 1) AND 1 == 1",
        // TR-WF-40: types
        "level != '3'",
        "vip != 'true'",
        // TR-WF-41: null
        "name != null"
      })
  @Pins({"TR-WF-35", "TR-WF-36", "TR-WF-37", "TR-WF-38"})
  void holds(String text) throws Exception {
    assertEquals(true, holds(text, WORKER), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name == 'yuki'",
        "level == '3'",
        "level_text == 3",
        "level_text > 2",
        "gone > 0",
        "never_set < 1",
        "never_set != 'x' AND never_set == 'x'",
        "gone NOT IN ['x']",
        "skills == 'sales'",
        "skills != 'sales'",
        "skills > 1",
        "skills CONTAINS 'sales'",
        "level HAS 3",
        "level IN 3",
        "name NOT IN 'Yuki'",
        "site == null",
        "(1 == 1 OR 1 == 1) AND 1 == 2",
        "level CONTAINS 3"
      })
  @Pins({"TR-WF-39", "TR-WF-40", "TR-WF-41", "TR-WF-42"})
  void does_not_hold(String text) throws Exception {
    assertEquals(false, holds(text, WORKER), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "skill-level > 3|5|extraneous input '-level' expecting OPERATOR",
        "level|5|extraneous input the end expecting OPERATOR",
        "level 3|6|extraneous input '3' expecting OPERATOR",
        "level ==|8|extraneous input the end expecting a string",
        "level == 3 name == 4|11|extraneous input 'name' expecting AND, OR or the end",
        "(level == 3|11|extraneous input the end expecting ')'",
        "level == 3)|10|extraneous input ')' expecting AND, OR or the end",
        "level IN [1, 2|14|extraneous input the end expecting ']'",
        "level IN [1, x]|13|extraneous input 'x' expecting a string",
        "name == 'Yuki|8|unterminated string, missing '",
        "level + 1 == 4|6|token recognition error at '+'",
        "NOT level == 3|0|extraneous input 'NOT' expecting an attribute",
        "shifts['a'] == 1|7|extraneous input ''a'' expecting an array index",
        "level.. == 1|6|extraneous input '.' expecting an attribute",
        "AND == 1|0|extraneous input 'AND' expecting an attribute"
      })
  @Pins({"TR-WF-43", "TR-WF-46"})
  void says_what_is_wrong_and_where(String text, int position, String what) {
    BadExpression bad = assertThrows(BadExpression.class, () -> Expression.parse(text));

    assertEquals(position, bad.position(), bad.getMessage());
    assertEquals(true, bad.getMessage().startsWith(what), bad.getMessage());
  }

  @Test
  void a_hostile_depth_is_refused_and_not_a_crash() {
    String deep = "(".repeat(100_000) + "1==1" + ")".repeat(100_000);

    assertThrows(BadExpression.class, () -> Expression.parse(deep));
  }

  @Test
  @Pins({"TR-WF-44"})
  void names_of_a_target_need_their_prefix() throws Exception {
    Scope scope =
        Scope.prefixed(
            Map.of("task", JSON.readTree("{\"lang\":\"ja\"}"), "worker", JSON.readTree(WORKER)));

    assertEquals(true, Expression.parse("task.lang == 'ja' AND worker.level == 3").holds(scope));
    assertEquals(true, Expression.parse("lang == null").holds(scope));
  }

  @Test
  @Pins({"TR-WF-40", "TR-WF-46"})
  void the_dialect_may_take_number_texts_and_not() throws Exception {
    Dialect wide = new Dialect(true, true);
    Scope scope = Scope.attributes(JSON.readTree(WORKER));

    assertEquals(true, Expression.parse("level == '3'", wide).holds(scope));
    assertEquals(true, Expression.parse("level_text > 2", wide).holds(scope));
    assertEquals(true, Expression.parse("NOT (level == 4)", wide).holds(scope));
    assertEquals(false, Expression.parse("name > 2", wide).holds(scope));
  }

  private static boolean holds(String text, String attributes) throws Exception {
    JsonNode object = JSON.readTree(attributes);
    return Expression.parse(text).holds(Scope.attributes(object));
  }
}
