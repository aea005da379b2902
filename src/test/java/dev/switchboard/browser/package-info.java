/**
 * The pages as people see them: headless Chromium in front of Switchboard in front of the simulated
 * platform on loopback, in real time. Skipped with a message where there is no Chromium with its
 * driver. What the pages looked like is left in {@code reports/pages}.
 */
package dev.switchboard.browser;
