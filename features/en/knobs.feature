Feature: Worlds of which nobody knows which is the real one
  Where the platform's behaviour is not documented, the program has to be right either way.

  @S-16
  Scenario Outline: Busy, in the world where <knob> is <value>
    Given the program Switchboard
    And the customer's line is busy
    And the knob <knob> is <value>
    When the agent dials
    Then the customer is dialled once
    And nobody is alone for more than 30 seconds
    And every room is closed
    And all laws hold

    Examples:
      | knob                        | value       |
      | conf.ringingLegsOnEnd       | keepRinging |
      | conf.endEventIfNeverStarted | false       |
      | part.leaveIfNeverJoined     | false       |
      | part.leaverLingerMs         | 2000        |
      | conf.configBinding          | atConnect   |

  @S-17
  Scenario Outline: The agent hangs up while the phone rings, in the world where <knob> is <value>
    Given the program Switchboard
    And the customer does not answer
    And the agent hangs up 5 seconds after dialling
    And the knob <knob> is <value>
    When the agent dials
    Then nobody is left on the line
    And every room is closed
    And all laws hold

    Examples:
      | knob                      | value       |
      | conf.ringingLegsOnEnd     | keepRinging |
      | conf.completeWhileDialing | error400    |
      | conf.endFlagBeforeJoin    | true        |
