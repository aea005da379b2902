Feature: Calls are handed over
  Cold or warm, the customer is never cut off and never forgotten.

  Background:
    Given the program Switchboard

  @S-64
  Scenario: A warm transfer
    Given the agent consults a colleague after 3 seconds and completes the transfer after 12 seconds
    When the agent dials
    Then the customer and the colleague are connected
    And nobody is left on the line
    And all laws hold

  @S-65
  Scenario: A consultation that is given up
    Given the agent consults a colleague after 3 seconds and gives the transfer up after 12 seconds
    When the agent dials
    Then the customer and the colleague are never connected
    And all laws hold

  @S-66
  Scenario: Given up while the colleague rings
    Given the colleague does not answer
    And the agent consults a colleague after 3 seconds and gives the transfer up after 4 seconds
    When the agent dials
    Then the customer and the colleague are never connected
    And nobody is left on the line
    And all laws hold

  @S-67
  Scenario: A cold transfer
    Given the agent hands the customer over after 3 seconds
    When the agent dials
    Then the customer and the colleague are connected
    And nobody is left on the line
    And all laws hold

  @S-68
  Scenario: A cold transfer to a busy colleague
    Given the colleague's line is busy
    And the agent hands the customer over after 3 seconds
    When the agent dials
    Then the customer and the colleague are never connected
    And nobody is left on the line
    And all laws hold
