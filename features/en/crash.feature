Feature: The program dies and is started again
  What was begun is finished, and nobody is dialled twice.

  Background:
    Given the program Switchboard

  @S-72
  Scenario: It dies before it has the customer called
    Given the program dies just before it asks for the customer to be called
    And the program is started again after 3 seconds
    When the agent dials
    Then the program dies once
    And nobody is left on the line
    And all laws hold

  @S-73
  Scenario: It dies after it has had the customer called
    Given the program dies just after it has asked for the customer to be called
    And the program is started again after 3 seconds
    When the agent dials
    Then the program dies once
    And the customer is dialled once
    And nobody is left on the line
    And all laws hold

  @S-74
  Scenario: It dies as the agent comes in
    Given the program dies on hearing that the agent is in the room
    And the program is started again after 3 seconds
    When the agent dials
    Then the program dies once
    And nobody is left on the line
    And all laws hold
