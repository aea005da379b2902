Feature: Somebody hangs up
  Whoever hangs up, and whenever: the other is let go, and the room is closed.

  Background:
    Given the program Switchboard

  @S-06
  Scenario: They talk and the customer hangs up
    Given the customer answers after 4 seconds of ringing
    And the customer hangs up after 10 seconds of talking
    When the agent dials
    Then the customer and the agent are connected
    And every room is closed
    And nobody is left on the line
    And all laws hold

  @S-07
  Scenario: They talk and the agent hangs up
    Given the customer answers after 4 seconds of ringing
    And the agent hangs up 15 seconds after dialling
    When the agent dials
    Then the customer and the agent are connected
    And the agent hears nothing
    And nobody is left on the line
    And all laws hold

  @S-08
  Scenario: The agent hangs up while the customer's phone rings
    Given the customer does not answer
    And the agent hangs up 5 seconds after dialling
    When the agent dials
    Then the customer's phone rings once
    And the customer's call ends as canceled
    And every room is closed
    And law NO-ORPHAN holds
    And all laws hold

  @S-09
  Scenario: The agent presses the button before anything is known of the call
    Given the customer answers
    And the agent presses the hang-up button 0.1 seconds after dialling
    When the agent dials
    Then the customer and the agent are never connected
    And nobody is left on the line
    And the agent is free again within 15 seconds
    And all laws hold
