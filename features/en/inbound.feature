Feature: Somebody calls us
  Callers wait with music, are offered to agents and answered; nobody is lost on the way. There are
  two agents, each of whom is free unless it is said that they are away.

  Background:
    Given the program Switchboard

  @S-80
  Scenario: A caller hears music and is answered
    Given agent 2 is away
    When the caller calls
    Then the caller hears music in the queue
    And the caller and the agent talk
    And the caller is answered within 20 seconds
    And nobody is left on the line
    And all laws hold

  @S-81
  Scenario: The caller gives up while nobody is free
    Given the agent is away
    And agent 2 is away
    And the caller hangs up 60 seconds after calling
    When the caller calls
    Then the caller hears music in the queue
    And the agent is offered the call never
    And nobody is left on the line
    And all laws hold

  @S-82
  Scenario: The caller gives up while the agent's phone rings
    Given agent 2 is away
    And the agent takes an offered call after 20 seconds of ringing
    And the caller hangs up 12 seconds after calling
    When the caller calls
    Then the caller and the agent never talk
    And the agent is offered the call once
    And nobody is left on the line
    And all laws hold

  @S-83
  Scenario: An agent declines, and the next one takes the call
    Given the agent declines an offered call after 3 seconds of ringing
    When the caller calls
    Then the caller and agent 2 talk
    And the agent is offered the call once
    And the caller is answered within 30 seconds
    And nobody is left on the line
    And all laws hold

  @S-84
  Scenario: An agent does not notice the call, and the next one is offered it
    Given the agent does not answer an offered call
    When the caller calls
    Then the caller and agent 2 talk
    And the caller is answered within 60 seconds
    And all laws hold

  @S-85
  Scenario: An agent whose phone is busy is left alone for a while
    Given agent 2 is away
    And the agent's phone is busy when a call is offered
    When the caller calls
    Then the caller waits for at least 20 seconds until answered
    And the agent is offered the call twice
    And all laws hold

  @S-86
  Scenario: Nobody comes until the limit, and the caller hears an apology
    Given the agent is away
    And agent 2 is away
    When the caller calls
    Then the caller is told that nobody can take the call
    And the caller and the agent never talk
    And nobody is left on the line
    And all laws hold

  @S-87
  Scenario: An agent who finishes the wrap-up takes the next caller
    Given agent 2 is away
    And two callers at once
    And the caller hangs up after talking for 10 seconds
    And caller 2 hangs up after talking for 10 seconds
    And the agent finishes the wrap-up 5 seconds after the call
    When the callers call
    Then the caller and the agent talk
    And caller 2 and the agent talk
    And caller 2 is answered within 60 seconds
    And all laws hold

  @S-88
  Scenario: A wrap-up that is forgotten ends after a minute
    Given agent 2 is away
    And two callers at once
    And the caller hangs up after talking for 10 seconds
    And caller 2 hangs up after talking for 10 seconds
    And the agent forgets to finish the wrap-up
    When the callers call
    Then caller 2 and the agent talk
    And caller 2 waits for at least 80 seconds until answered
    And all laws hold

  @S-89
  Scenario: A caller is put on hold and taken back
    Given agent 2 is away
    And the agent puts the customer on hold after 3 seconds and takes them back after 5 seconds
    When the caller calls
    Then the caller is put on hold once
    And nobody is left on the line
    And all laws hold

  @S-90
  Scenario: A caller is handed over to a colleague
    Given agent 2 is away
    And the agent hands the customer over after 3 seconds
    When the caller calls
    Then the caller and the colleague talk
    And nobody is left on the line
    And all laws hold

  @S-91
  Scenario: A caller is handed over after the colleague was asked
    Given agent 2 is away
    And the agent consults a colleague after 3 seconds and completes the transfer after 12 seconds
    And the caller hangs up after talking for 60 seconds
    When the caller calls
    Then the caller and the colleague talk
    And the caller is put on hold once
    And nobody is left on the line
    And all laws hold

  @S-92
  Scenario: An agent's page dies, and the loaded page takes the caller back
    Given agent 2 is away
    And the agent's page dies after 3 seconds and takes the call back after 5 seconds
    And the caller hangs up after talking for 60 seconds
    When the caller calls
    Then the caller and the agent talk again
    And nobody is left on the line
    And all laws hold

  @S-93
  Scenario: An agent ends the call
    Given agent 2 is away
    And the agent ends the call after 5 seconds of talking
    When the caller calls
    Then the caller and the agent talk
    And nobody is left on the line
    And all laws hold

  @S-94
  Scenario: Whatever the timing, no caller is lost
    Given two callers at once
    When 60 different timings are tried
    Then all laws hold in all of them
