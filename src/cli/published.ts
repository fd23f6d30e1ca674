/** What is built when no notebook is named; the others are starters to copy. */
export const published: readonly string[] = [
  "summary",
  "national",
  "pilots",
  "single-word",
  "intervention",
  "claims",
  "methods",
  "council",
];

/**
 * Those that take longest to make, from the longest: seconds where others take tenths. They are
 * started first, so that no process is left to make one of them alone while the others wait.
 */
export const longest: readonly string[] = ["claims", "methods", "single-word", "summary"];
