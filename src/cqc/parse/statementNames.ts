import { statements, themes, type ThemeId } from "../../councils/framework.js";
import { labelOf } from "./cleanText.js";

/**
 * What CQC's pages call the nine statements and the four themes. The names vary from page to page;
 * a name that is not here is refused, never matched to the nearest.
 */
const names: readonly (readonly string[])[] = [
  ["assessing needs", "assessing people's needs"],
  [
    "supporting people to live healthier lives",
    "supporting people to lead healthier lives",
    "support people to live healthier lives",
  ],
  [
    "equity in experience and outcomes",
    "equity in experiences and outcomes",
    "equity in experience and outcome",
  ],
  [
    "care provision, integration and continuity",
    "care provision, integration and continuity of care",
    "care provision, integration, and continuity",
  ],
  ["partnerships and communities", "partnership and communities", "partnerships and community"],
  [
    "safe pathways, systems and transitions",
    "safe systems, pathways and transitions",
    "safe pathways, systems, and transitions",
    "safe systems, pathways, and transitions",
  ],
  ["safeguarding"],
  [
    "governance, management and sustainability",
    "governance, management, and sustainability",
    "governance and management and sustainability",
  ],
  [
    "learning, improvement and innovation",
    "learning, improvement, and innovation",
    "learning, innovation and improvement",
  ],
];

/** Names that a list of nine gives to a statement, and a table to a theme. */
const listNames: readonly (readonly [number, string])[] = [
  [0, "how the local authority works with people"],
  [3, "providing support (care provision, integration and continuity)"],
  [3, "providing support"],
  [5, "how the local authority ensures safety in the system"],
  [5, "how the local authority ensures safety within the system"],
  [7, "leadership"],
];

const themeNames: Readonly<Record<ThemeId, readonly string[]>> = {
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

const byName = new Map(names.flatMap((all, index) => all.map((name) => [name, index] as const)));
const byListName = new Map([
  ...byName,
  ...listNames.map(([index, name]) => [name, index] as const),
]);
const themeByName = new Map(
  themes.flatMap(({ id }) => themeNames[id].map((name) => [name, id] as const)),
);

/** The statement of a name, from 0, or null. */
export function statementOf(text: string): number | null {
  return byName.get(labelOf(text)) ?? null;
}

/** As `statementOf`, in a list of nine, which gives some statements the name of their theme. */
export function statementInList(text: string): number | null {
  return byListName.get(labelOf(text)) ?? null;
}

export function themeOf(text: string): ThemeId | null {
  return themeByName.get(labelOf(text).replace(/^theme \d ?[:\-\u2013] ?/, "")) ?? null;
}

/** The column in the data of a statement from 0: `qs1`. */
export function columnOf(statement: number): string {
  return statements[statement].id;
}
