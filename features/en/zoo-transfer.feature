Feature: Mistakes of real programs: transfer and supervision
  Nobody is taken out of the room to be moved: others are called in, and whoever is done goes.

  Background:
    Given the program Switchboard

  @ZOO-47
  Scenario: A call of two becomes a call of three, and nobody is cut off
    Given the agent consults a colleague after 1 second and completes the transfer after 9 seconds
    When the agent dials
    Then the customer and the colleague are connected
    And law NO-DROP holds
    And all laws hold

  @ZOO-48
  Scenario: The agent goes and the customer stays
    Given the agent hands the customer over after 3 seconds
    And the customer hangs up after 60 seconds of talking
    When the agent dials
    Then the customer and the colleague are connected
    And law ONE-ROOM holds
    And law NO-DROP holds
    And all laws hold

  @ZOO-50
  Scenario Outline: A consultation is called off after <when>, while the colleague's phone rings
    Given the colleague does not answer
    And the agent consults a colleague after 3 seconds and gives the transfer up after <when>
    When the agent dials
    Then the customer and the colleague are never connected
    And law HEARING holds
    And nobody is left on the line
    And all laws hold

    Examples:
      | when        |
      | 0.1 seconds |
      | 4 seconds   |
      | 15 seconds  |

  @ZOO-51
  Scenario: The colleague who rings is not forgotten when the customer is on hold
    Given the colleague does not answer
    And the agent consults a colleague after 3 seconds and gives the transfer up after 9 seconds
    When the agent dials
    Then the customer is put on hold once
    And law CONVERGE holds
    And law NO-ORPHAN holds
    And all laws hold

  @ZOO-54
  Scenario: It is the customer who is handed over, not the agent
    Given the agent hands the customer over after 3 seconds
    When the agent dials
    Then the customer and the colleague are connected
    And law ALONE holds
    And nobody is left on the line
    And all laws hold

  @ZOO-57
  Scenario: One call is cleaned up and the other one goes on
    Given two calls at once
    And customer 1 hangs up after 3 seconds of talking
    And customer 2 hangs up after 25 seconds of talking
    When the agents dial
    Then customer 2 and agent 2 are connected
    And agent 2 hears nothing
    And law ISOLATED holds
    And law NO-DROP holds
    And all laws hold

  @ZOO-59
  Scenario: From whispering to barging in
    Given a supervisor whispers after 3 seconds
    And the supervisor goes over to barging in after 12 seconds
    When the agent dials
    Then the customer hears the supervisor
    And law HEARING holds
    And all laws hold

  @ZOO-61
  Scenario: A colleague joins while a supervisor whispers
    Given a supervisor whispers after 3 seconds
    And the agent consults a colleague after 3 seconds and completes the transfer after 12 seconds
    When the agent dials
    Then the customer never hears the supervisor
    And the customer and the colleague are connected
    And law HEARING holds
    And all laws hold

  @ZOO-63
  Scenario: A supervisor listens to one of two calls
    Given two calls at once
    And a supervisor listens after 3 seconds
    When the agents dial
    Then the supervisor hears customer 1
    And the supervisor never hears customer 2
    And law ISOLATED holds
    And all laws hold
