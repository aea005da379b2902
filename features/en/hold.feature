Feature: Hold and mute
  A customer on hold hears nobody and is heard by nobody; a muted agent hears on.

  Background:
    Given the program Switchboard

  @S-60
  Scenario: Hold and back again
    Given the agent puts the customer on hold after 3 seconds and takes them back after 5 seconds
    When the agent dials
    Then the customer is put on hold once
    And all laws hold

  @S-61
  Scenario: The customer hangs up while on hold
    Given the agent leaves the customer on hold after 3 seconds
    And the customer hangs up after 20 seconds of talking
    When the agent dials
    Then the customer is put on hold once
    And nobody is left on the line
    And all laws hold

  @S-62
  Scenario: The agent ends a call that is on hold
    Given the agent puts the customer on hold after 3 seconds and hangs up after 5 seconds
    When the agent dials
    Then nobody is left on the line
    And all laws hold

  @S-63
  Scenario: Mute and unmute
    Given the agent mutes after 3 seconds and unmutes after 5 seconds
    When the agent dials
    Then the customer and the agent are connected
    And all laws hold
