Feature: Mistakes of real programs: finding a call again
  Rooms are known by SID and people by their legs; what a list does not show yet is asked again.

  Background:
    Given the program Switchboard

  @ZOO-21
  Scenario: The list shows what was so two seconds ago
    Given the knob rest.readLag is 2000
    And every participant-join callback is lost
    When the agent dials
    Then the customer and the agent are connected
    And nobody is left on the line
    And all laws hold

  @ZOO-22
  Scenario: The room is looked for again, and never without waiting
    Given the knob rest.readLag is 2000
    And every callback is lost
    When the agent dials
    Then law LOAD holds
    And nobody is left on the line
    And all laws hold

  @ZOO-24
  Scenario Outline: A room of one person is found, whatever its status is called: <value>
    Given the knob conf.initRule is <value>
    And every participant-join callback is lost
    And the customer does not answer
    And the agent presses the hang-up button 20 seconds after dialling
    When the agent dials
    Then nobody is left on the line
    And law NO-ORPHAN holds
    And all laws hold

    Examples:
      | value             |
      | docs              |
      | inProgressWithTwo |

  @ZOO-27
  Scenario: After a transfer hold finds the same room
    Given the agent hands the customer over after 3 seconds
    And the colleague puts the customer on hold after 3 seconds
    When the agent dials
    Then the customer and the colleague are connected
    And the customer is put on hold once
    And law ONE-ROOM holds
    And all laws hold

  @ZOO-29
  Scenario: A colleague is called in again before the first leg of theirs is gone
    Given the agent consults a colleague after 3 seconds, gives up after 9 seconds and consults again after 0 seconds
    When the agent dials
    Then the customer and the colleague are connected
    And law NO-DROP holds
    And nobody is left on the line
    And all laws hold

  @ZOO-30
  Scenario: Callbacks about somebody without a label
    Given the agent hangs up 15 seconds after dialling
    And the customer answers
    When the agent dials
    Then law ANSWERED holds
    And nobody is left on the line
    And all laws hold

  @ZOO-31
  Scenario: Two calls overlap
    Given a second call 2 seconds later
    And customer 1 hangs up after 10 seconds of talking
    And customer 2's line is busy
    When the agents dial
    Then agent 2 hears that the line is busy
    And agent 1 hears nothing
    And no room holds people of different calls
    And law ISOLATED holds
    And all laws hold
