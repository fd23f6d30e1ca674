import type { Ends } from "../engine/notebook/build/buildReports.js";

/** What links to a report say. */
export const linkTexts: Readonly<Record<string, string>> = {
  summary: "Summary, in two pages",
  national: "How councils are rated, and every rating",
  "single-word": "What one rating hides, and what speaks for it",
  pilots: "Pilots, first councils and later ones",
  intervention: "Councils reported to the Secretary of State",
  elsewhere: "What one rating hides elsewhere",
  claims: "Claims, and what the data say",
  methods: "Methods, checks and sources",
  "self-assessment": "Your own scores",
  services: "Care services, and what stands behind their ratings",
  council: "One council",
};

/** What is built when no notebook is named; the others are starters to copy. */
export const published: readonly string[] = [
  "summary",
  "national",
  "pilots",
  "single-word",
  "intervention",
  "elsewhere",
  "services",
  "claims",
  "methods",
  "self-assessment",
  "council",
];

/**
 * Those that take longest to make, seconds where others take tenths: processes take reports from
 * both ends of their list. The last ask for the same simulations, which one process runs once.
 */
export const longest: Ends = {
  first: ["claims"],
  last: ["pilots", "summary", "single-word", "methods", "elsewhere"],
};
