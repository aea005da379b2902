Feature: A known-bad program is caught
  The program two-step-dial calls the customer into a room named N and then sends the agent to the
  room named N. When the customer was busy, the first room is gone, and a second one of the same
  name is made for the agent alone.

  @S-14
  Scenario: The two-step dial strands the agent
    Given the program two-step-dial
    And the customer's line is busy 100 ms after being dialled
    When the agent dials
    Then law ALONE is broken
    And the platform makes 2 conferences
    And the customer and the agent are never connected
    And the agent hears nothing

  @S-15
  Scenario: The two-step dial is found among many timings
    Given the program two-step-dial
    When 200 different timings are tried
    Then law ALONE is broken in some of them
