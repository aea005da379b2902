Feature: Many calls and many timings

  Background:
    Given the program Switchboard

  @S-18
  Scenario: Two calls at once do not touch each other
    Given two calls at once
    And customer 1 hangs up after 10 seconds of talking
    And customer 2's line is busy
    When the agents dial
    Then customer 1 and agent 1 are connected
    And agent 2 hears that the line is busy
    And customer 2 and agent 1 are never connected
    And no room holds people of different calls
    And the platform makes 2 conferences
    And all laws hold

  @S-19
  Scenario: The customer is busy in 200 timings
    Given the customer's line is busy
    When 200 different timings are tried
    Then all laws hold in all of them

  @S-20
  Scenario: 200 timings on a platform that is not as documented
    Given the platform takes every doubtful turn and fails now and then
    When 200 different timings are tried
    Then all laws hold in all of them
