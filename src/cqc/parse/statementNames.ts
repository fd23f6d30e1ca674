import { labelOf } from "./cleanText.js";

/**
 * What CQC's pages call the nine statements, by the column of each, and the four themes. The names
 * vary from page to page; a name that is not here is refused, never matched to the nearest.
 */
const names: Readonly<Record<string, readonly string[]>> = {
  qs1: ["assessing needs", "assessing people's needs"],
  qs2: [
    "supporting people to live healthier lives",
    "supporting people to lead healthier lives",
    "support people to live healthier lives",
  ],
  qs3: [
    "equity in experience and outcomes",
    "equity in experiences and outcomes",
    "equity in experience and outcome",
  ],
  qs4: [
    "care provision, integration and continuity",
    "care provision, integration and continuity of care",
    "care provision, integration, and continuity",
  ],
  qs5: [
    "partnerships and communities",
    "partnership and communities",
    "partnerships and community",
  ],
  qs6: [
    "safe pathways, systems and transitions",
    "safe systems, pathways and transitions",
    "safe pathways, systems, and transitions",
    "safe systems, pathways, and transitions",
  ],
  qs7: ["safeguarding"],
  qs8: [
    "governance, management and sustainability",
    "governance, management, and sustainability",
    "governance and management and sustainability",
  ],
  qs9: [
    "learning, improvement and innovation",
    "learning, improvement, and innovation",
    "learning, innovation and improvement",
  ],
};

/** Names that a list of nine gives to a statement, and a table to a theme. */
const listNames: readonly (readonly [string, string])[] = [
  ["qs1", "how the local authority works with people"],
  ["qs4", "providing support (care provision, integration and continuity)"],
  ["qs4", "providing support"],
  ["qs6", "how the local authority ensures safety in the system"],
  ["qs6", "how the local authority ensures safety within the system"],
  ["qs8", "leadership"],
  ["qs8", "leadership (management and sustainability)"],
  ["qs8", "leadership (governance, management and sustainability)"],
];

const themeNames: Readonly<Record<string, readonly string[]>> = {
  "working-with-people": ["working with people", "how the local authority works with people"],
  "providing-support": ["providing support"],
  "ensuring-safety": [
    "ensuring safety",
    "ensuring safety within the system",
    "how the local authority ensures safety in the system",
    "how the local authority ensures safety within the system",
  ],
  leadership: ["leadership"],
};

const byName = new Map(
  Object.entries(names).flatMap(([id, all]) => all.map((name) => [name, id] as const)),
);
const byListName = new Map([...byName, ...listNames.map(([id, name]) => [name, id] as const)]);
const themeByName = new Map(
  Object.entries(themeNames).flatMap(([id, all]) => all.map((name) => [name, id] as const)),
);

/** The statement of a name, as its column in the data, or null. */
export function statementOf(text: string): string | null {
  return byName.get(labelOf(text)) ?? null;
}

/** As `statementOf`, in a list of nine, which gives some statements the name of their theme. */
export function statementInList(text: string): string | null {
  return byListName.get(labelOf(text)) ?? null;
}

/** The id of a theme, or null. */
export function themeOf(text: string): string | null {
  return themeByName.get(labelOf(text).replace(/^theme \d ?[:\-\u2013] ?/, "")) ?? null;
}
