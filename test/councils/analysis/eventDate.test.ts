import { expect, it } from "vitest";
import { eventDate } from "../../../src/councils/analysis/eventDate.js";

// Worked by hand from the words; 2024 is a leap year.
it.each([
  ["2025-05-22", "2025-05-22", "2025-05-22", false],
  ["2025-08", "2025-08-01", "2025-08-31", false],
  ["2024-02", "2024-02-01", "2024-02-29", false],
  ["by 2025-08-29", null, "2025-08-29", false],
  ["due by end 2025-10", null, "2025-10-31", true],
  ["after 2025-10-24", "2025-10-24", null, false],
  ["after 2025-10", "2025-10-31", null, false],
])("%s", (words, from, to, isDue) => {
  expect(eventDate(words)).toEqual({ from, to, isDue });
});

it.each([null, "", "autumn 2025", "2025", "2025-05-22 or so"])("says no date: %s", (words) => {
  expect(eventDate(words)).toBeNull();
});
