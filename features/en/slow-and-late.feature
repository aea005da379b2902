Feature: Slow answers and unreliable callbacks
  The program may be slow, and callbacks come late, twice or never. Nobody on the phone may notice.

  Background:
    Given the program Switchboard

  @S-10
  Scenario: The agent's TwiML is slow
    Given the program takes 12 seconds for its TwiML
    And the customer's line is busy
    When the agent dials
    Then the customer is dialled once
    And every room is closed
    And nobody is alone for more than 30 seconds
    And all laws hold

  @S-11
  Scenario: Callbacks are 5 seconds late
    Given the customer's line is busy
    And every callback is 5 seconds late
    When the agent dials
    Then the customer is dialled once
    And nobody is alone for more than 30 seconds
    And every room is closed
    And all laws hold

  @S-12
  Scenario: Callbacks come twice
    Given the customer answers
    And every callback comes twice
    When the agent dials
    Then the customer is dialled once
    And the customer's phone rings once
    And the customer and the agent are connected
    And law ONCE holds
    And all laws hold

  @S-13
  Scenario: Nobody tells that the customer left
    Given the customer hangs up after 5 seconds of talking
    And every participant-leave callback is lost
    When the agent dials
    Then nobody is alone for more than 30 seconds
    And nobody is left on the line
    And all laws hold
