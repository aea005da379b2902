Feature: Mistakes of real programs: the life of a call
  Each scenario is a case of the collection of real mistakes, by its id; src/ZOO.md says which
  known-bad program shows what fails. Switchboard passes.

  @ZOO-01
  Scenario: One side hangs up and the other side's line is ended
    Given the program Switchboard
    And the customer hangs up after 10 seconds of talking
    And the agent stays on the line
    When the agent dials
    Then the customer and the agent are connected
    And nobody is left on the line
    And law ALONE holds
    And all laws hold

  @ZOO-02
  Scenario: Hold does not leave the room, so the call survives it
    Given the program Switchboard
    And the agent puts the customer on hold after 3 seconds and takes them back after 5 seconds
    When the agent dials
    Then the customer is put on hold once
    And the customer's call ends as completed
    And law NO-DROP holds
    And all laws hold

  @ZOO-03
  Scenario: Busy is known while the agent's document is still on its way
    Given the program Switchboard
    And the program takes 2 seconds for its TwiML
    And the customer's line is busy 100 ms after being dialled
    When the agent dials
    Then the platform makes 1 conference
    And every room is closed
    And law ONE-ROOM holds
    And all laws hold

  @ZOO-04
  Scenario: No callback tells that the room must be closed
    Given the program Switchboard
    And the customer's line is busy 100 ms after being dialled
    And every callback is lost
    When the agent dials
    Then every room is closed
    And nobody is left on the line
    And all laws hold

  @ZOO-05
  Scenario: Hang-up is pressed before the ConferenceSid is known
    Given the program Switchboard
    And the customer answers
    And every participant-join callback is 5 seconds late
    And the agent presses the hang-up button 2 seconds after dialling
    When the agent dials
    Then the customer and the agent are never connected
    And nobody is left on the line
    And all laws hold

  @ZOO-06
  Scenario: Calls cost no more requests than they may, even when every callback comes twice
    Given the program Switchboard
    And two calls at once
    And every callback comes twice
    When the agents dial
    Then law LOAD holds
    And law ANSWERED holds
    And nobody is left on the line
    And all laws hold

  @ZOO-07
  Scenario Outline: The agent waits in the room, and nobody tells that it is in vain: <how>
    Given the program Switchboard
    And <how>
    And every completed callback is lost
    When the agent dials
    Then the platform makes 1 conference
    And nobody is alone for more than 30 seconds
    And every room is closed
    And all laws hold

    Examples:
      | how                            |
      | the customer's line is busy    |
      | the customer does not answer   |
      | the customer cannot be reached |

  @ZOO-09
  Scenario Outline: The agent gives up <when> after dialling, while the customer's phone rings
    Given the program Switchboard
    And the customer does not answer
    And the agent hangs up <when> after dialling
    When the agent dials
    Then the customer and the agent are never connected
    And nobody is left on the line
    And law NO-ORPHAN holds
    And all laws hold

    Examples:
      | when       |
      | 2 seconds  |
      | 10 seconds |
      | 25 seconds |

  @ZOO-11
  Scenario: The colleague to whom the customer was handed hangs up
    Given the program Switchboard
    And the agent consults a colleague after 3 seconds and completes the transfer after 9 seconds
    And the colleague hangs up after 20 seconds of talking
    When the agent dials
    Then the customer and the colleague are connected
    And nobody is left on the line
    And law ALONE holds
    And all laws hold

  @ZOO-16
  Scenario: The agent's page dies in the middle of a call and is loaded anew
    Given the program Switchboard
    And the agent's page dies after 3 seconds and takes the call back after 20 seconds
    And the customer hangs up after 60 seconds of talking
    When the agent dials
    Then the customer and the agent are connected again
    And law NO-DROP holds
    And law ALONE holds
    And nobody is left on the line
    And all laws hold

  @ZOO-17
  Scenario: The leg of the dead page is still there when the new page comes
    Given the program Switchboard
    And the agent's page dies after 3 seconds and takes the call back after 1 second
    And the customer hangs up after 60 seconds of talking
    When the agent dials
    Then the customer and the agent are connected again
    And law CONVERGE holds
    And law ONCE holds
    And nobody is left on the line
    And all laws hold

  @ZOO-18
  Scenario: The leave is told long after the end
    Given the program Switchboard
    And the customer hangs up after 10 seconds of talking
    And every participant-leave callback is 5 seconds late
    And every completed callback comes twice
    When the agent dials
    Then law MONOTONE holds
    And law ONCE holds
    And nobody is left on the line
    And all laws hold

  @ZOO-20
  Scenario: Nobody hangs up, and after four hours the platform cuts the call
    Given the program Switchboard
    And the customer talks for 5 hours
    When the agent dials
    Then the customer and the agent are connected
    And the agent's call lasts 4 hours
    And nobody is left on the line
    And law ALONE holds
