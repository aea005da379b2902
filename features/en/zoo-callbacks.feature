Feature: Mistakes of real programs: callbacks
  They come late, twice, in any order or never, and to the address that the platform knows.

  @ZOO-33
  Scenario: The events that are asked for do come
    Given the program Switchboard
    When the agent dials
    Then the customer and the agent are connected
    And the platform sends participant-join callbacks
    And law CONVERGE holds
    And all laws hold

  @ZOO-34
  Scenario: The end of the customer's leg is told
    Given the program Switchboard
    And the customer's line is busy
    When the agent dials
    Then the platform sends completed callbacks
    And law CONVERGE holds
    And all laws hold

  @ZOO-35
  Scenario: The join is told twice
    Given the program Switchboard
    And every participant-join callback comes twice
    When the agent dials
    Then the customer is dialled once
    And law ONCE holds
    And all laws hold

  @ZOO-37
  Scenario: The join is told after the end
    Given the program Switchboard
    And the customer hangs up after 1 second of talking
    And every participant-join callback is 5 seconds late
    When the agent dials
    Then law MONOTONE holds
    And law CONVERGE holds
    And nobody is left on the line
    And all laws hold

  @ZOO-38
  Scenario: The answer is told after the end
    Given the program Switchboard
    And the customer hangs up after 0.5 seconds of talking
    And every participant-join callback is 5 seconds late
    And every completed callback comes twice
    When the agent dials
    Then law MONOTONE holds
    And all laws hold

  @ZOO-39
  Scenario: Every webhook is answered, when there is nothing to do as well
    Given the program Switchboard
    And the agent hangs up 0.5 seconds after dialling
    And every callback comes twice
    When the agent dials
    Then law ANSWERED holds
    And all laws hold

  @ZOO-42
  Scenario Outline: The platform signs the address <how> its port
    Given the program Switchboard
    And the knob sec.signPort is <value>
    When the agent dials
    Then the customer and the agent are connected
    And law ANSWERED holds
    And all laws hold

    Examples:
      | how     | value  |
      | with    | always |
      | without | never  |

  @ZOO-43
  Scenario: The action of an interrupted Dial comes, and the transfer goes on
    Given the program Switchboard
    And the agent hands the customer over after 3 seconds
    And every callback comes twice
    When the agent dials
    Then the customer and the colleague are connected
    And law ONCE holds
    And law NO-DROP holds
    And all laws hold

  @ZOO-44
  Scenario: Somebody leaves who never came
    Given the program Switchboard
    And the customer does not answer
    And every callback comes twice
    When the agent dials
    Then every room is closed
    And law CONVERGE holds
    And all laws hold

  @ZOO-45
  Scenario: The verdict comes while the agent listens to the machine
    Given the program switchboard-detecting
    And an answering machine takes the customer's call
    When the agent dials
    Then the agent hears "answering machine"
    And nobody is alone for more than 15 seconds
    And the agent is free again within 40 seconds
    And all laws hold

  @ZOO-46
  Scenario Outline: Who answers in person is not taken for a machine, and the call goes on for <time>
    Given the program switchboard-detecting
    And the customer answers in person, where answering machines are looked for
    And the choice "customer-1.hangs-up" is "<ms>"
    When the agent dials
    Then the customer and the agent are connected
    And the customer's call lasts <time>
    And law NO-DROP holds
    And all laws hold

    Examples:
      | time       | ms    |
      | 1 second   | 1000  |
      | 60 seconds | 60000 |
