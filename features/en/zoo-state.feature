Feature: Mistakes of real programs: state, and the wire

  Background:
    Given the program Switchboard

  @ZOO-76
  Scenario: Two changes to one call in the same instant
    Given a supervisor listens after 3 seconds
    And the agent puts the customer on hold after 3 seconds and takes them back after 5 seconds
    When the agent dials
    Then the supervisor hears the customer
    And the customer is put on hold once
    And law CONVERGE holds
    And all laws hold

  @ZOO-77
  Scenario: The agent's document is asked for, and the Dial's action comes
    Given the customer's line is busy
    And every callback comes twice
    When the agent dials
    Then the customer is dialled once
    And the agent hears that the line is busy
    And law ANSWERED holds
    And law ONCE holds
    And all laws hold

  @ZOO-79
  Scenario: The call is ended before anybody has joined its room
    Given the knob conf.completeWhileDialing is error400
    And the customer does not answer
    And the agent presses the hang-up button 5 seconds after dialling
    When the agent dials
    Then nobody is left on the line
    And law NO-ORPHAN holds
    And all laws hold

  @ZOO-81
  Scenario: The number with its plus sign arrives whole
    Given the customer answers
    When the agent dials
    Then the customer is dialled once
    And the customer's phone rings once
    And the customer and the agent are connected
    And all laws hold
