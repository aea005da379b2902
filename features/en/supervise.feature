Feature: A supervisor takes part
  Who listens is heard by nobody, who whispers by the agent alone.

  Background:
    Given the program Switchboard

  @S-69
  Scenario: Listening
    Given a supervisor listens after 3 seconds
    When the agent dials
    Then the supervisor hears the customer
    And the customer never hears the supervisor
    And the agent never hears the supervisor
    And all laws hold

  @S-70
  Scenario: Listening, then whispering
    Given a supervisor listens after 3 seconds
    And the supervisor goes over to whispering after 12 seconds
    When the agent dials
    Then the agent hears the supervisor
    And the customer never hears the supervisor
    And all laws hold

  @S-71
  Scenario: Whispering, then barging in
    Given a supervisor whispers after 3 seconds
    And the supervisor goes over to barging in after 12 seconds
    When the agent dials
    Then the agent hears the supervisor
    And the customer hears the supervisor
    And all laws hold
