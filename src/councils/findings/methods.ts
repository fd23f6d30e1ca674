import type { Finding } from "./finding.js";

/** What the page of methods is. */
export function methods(): Finding {
  return {
    headline: "Tests, checks and sources behind every report",
    detail:
      "This page is for statisticians. It holds what the other reports rest on: tests with their " +
      "assumptions, checks on other data, and where each score was read.",
  };
}
