Feature: Two people in one country hear each other without delay
  The agent and the customer are in Japan. Where the platform mixes voices in the United States by
  itself, each word crosses the Pacific twice unless the program names the region.

  @S-50
  Scenario: The program names the region
    Given the program Switchboard
    And the customer answers
    And the knob region.autoRule is us1
    When the agent dials
    Then the customer and the agent are connected
    And the customer and the agent hear each other within 200 ms
    And law DELAY holds

  @S-51
  Scenario: The program leaves the region out
    Given the program leaves-region-out
    And the customer answers
    And the knob region.autoRule is us1
    When the agent dials
    Then the customer and the agent are connected
    And the customer and the agent hear each other within 320 ms
    And law DELAY is broken
