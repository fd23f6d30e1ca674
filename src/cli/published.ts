/** What links to a report say. */
export const linkTexts: Readonly<Record<string, string>> = {
  summary: "Summary, in two pages",
  national: "How councils are rated, and every rating",
  "single-word": "What one rating hides, and what speaks for it",
  pilots: "Pilots, first councils and later ones",
  intervention: "Councils reported to the Secretary of State",
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
 * Those that take longest to make, from the longest: seconds where others take tenths. They are
 * started first, so that no process is left to make one of them alone while the others wait.
 */
export const longest: readonly string[] = [
  "claims",
  "elsewhere",
  "methods",
  "single-word",
  "summary",
];
