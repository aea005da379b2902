Feature: The customer's line is busy
  The agent waits in a room for the customer. Whoever does not come must not leave the agent alone
  in it: the agent is told what happened and is free again.

  Background:
    Given the program Switchboard

  @S-01
  Scenario: Busy at once
    Given the customer's line is busy 100 ms after being dialled
    When the agent dials
    Then the agent hears that the line is busy
    And the customer is dialled once
    And the customer's phone does not ring
    And the platform makes 1 conference
    And every room is closed
    And the agent is free again within 20 seconds
    And all laws hold

  @S-02
  Scenario: Busy after ringing
    Given the customer's line is busy after 3 seconds of ringing
    When the agent dials
    Then the agent hears that the line is busy
    And the customer's phone rings once
    And the customer's call ends as busy
    And every room is closed
    And all laws hold
