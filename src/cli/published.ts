/** What is built when no notebook is named; the others are starters to copy. */
export const published: readonly string[] = [
  "national",
  "pilots",
  "single-word",
  "intervention",
  "claims",
  "council",
];
