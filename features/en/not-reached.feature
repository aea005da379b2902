Feature: The customer is not reached
  Nobody answers, the customer declines, or the number leads nowhere.

  Background:
    Given the program Switchboard

  @S-03
  Scenario: Nobody answers
    Given the customer does not answer
    When the agent dials
    Then the agent hears that there is no answer
    And the customer's phone rings once
    And the customer's call ends as no-answer
    And every room is closed
    And all laws hold

  @S-04
  Scenario: The customer rejects the call
    Given the customer rejects the call after 2 seconds of ringing
    When the agent dials
    Then the agent hears that there is no answer
    And the customer is dialled once
    And every room is closed
    And nobody is left on the line
    And all laws hold

  @S-05
  Scenario: The number cannot be reached
    Given the customer cannot be reached
    When the agent dials
    Then the agent hears that the call could not be connected
    And the customer's call ends as failed
    And the customer's phone does not ring
    And every room is closed
    And all laws hold
