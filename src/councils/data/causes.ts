/** A kind of problem that many values share, and what made it. */
export interface Cause {
  readonly kind: string;
  readonly cause: string;
  /** Whether `validate --fix` and `import` put it right. */
  readonly isMechanical: boolean;
}

interface CauseOf extends Cause {
  /** What the line says, without its place. */
  readonly line: RegExp;
}

const months = "(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*";

/** The first that fits is the cause. The value stands last in a line. */
const causes: readonly CauseOf[] = [
  {
    kind: "separator",
    cause: "Excel wrote this: it separates by semicolons or tabs where commas are decimal signs",
    isMechanical: true,
    line: /: header: expected gss_code,.*: [^,]*[;\t]|: header: expected gss_code,.*\\t/i,
  },
  {
    kind: "month by name",
    cause: "Excel wrote this: it turns a month such as 2025-05 into May-25",
    isMechanical: true,
    line: new RegExp(`: expected a date .*: ${months}[- ]\\d{2,4}$`, "i"),
  },
  {
    kind: "day by name",
    cause: "Excel wrote this: a day and a month, of which it left out the year",
    isMechanical: false,
    line: new RegExp(`: expected a date .*: \\d{1,2}[- ]${months}$`, "i"),
  },
  {
    kind: "date with slashes",
    cause: "Excel or a person wrote this: a date as 01/05/2025",
    isMechanical: true,
    line: /: expected a date .*: \d{1,2}[/.]\d{1,2}[/.]\d{2,4}$/,
  },
  {
    kind: "per cent sign",
    cause: "a per cent sign after the number",
    isMechanical: true,
    line: /: expected (a whole number|[0-9, ]+).*: \d+([.,]0+)? ?%$/,
  },
  {
    kind: "decimal",
    cause: "a spreadsheet wrote a whole number with decimals",
    isMechanical: true,
    line: /: expected (a whole number|[0-9, ]+).*: \d+[.,]0+$/,
  },
  {
    kind: "no-break space",
    cause: "a no-break space, copied from a page, where a space is meant",
    isMechanical: true,
    line: /\\xa0/,
  },
  {
    kind: "not known",
    cause: "a word for not known, where the cell must be blank",
    isMechanical: true,
    line: /: (n\/?a|#n\/a|-+|–|\.|unknown|not known|none|null)$/i,
  },
  {
    kind: "rating",
    cause: "a rating written short or in other letters",
    isMechanical: true,
    line: /: rating: expected Inadequate, .*: (ri|i|g|o|r\.i\.|requires[ -]improvement|good|outstanding|inadequate)$/i,
  },
  {
    kind: "name of a council",
    cause: "another name of the council than councils.csv has",
    isMechanical: true,
    line: /: council: expected .*, the name of E\d{8}: /,
  },
  {
    kind: "empty rows",
    cause: "a spreadsheet wrote rows without values",
    isMechanical: true,
    line: /: (row: (blank line|expected \d+ cells)|gss_code: .*: \(blank\)$)/,
  },
];

/** A cause, and the problems that it made. */
export interface Group extends Cause {
  readonly count: number;
  readonly first: string;
}

/** Problems by what made them, the most first; those whose cause cannot be told are the last group. */
export function groupProblems(problems: readonly string[]): Group[] {
  const groups = new Map<string, { cause: Cause; lines: string[] }>();
  const other: Cause = { kind: "other", cause: "see each", isMechanical: false };
  for (const problem of problems) {
    const cause = causes.find(({ line }) => line.test(problem)) ?? other;
    const group = groups.get(cause.kind) ?? { cause, lines: [] };
    group.lines.push(problem);
    groups.set(cause.kind, group);
  }
  return [...groups.values()]
    .map(({ cause: { kind, cause, isMechanical }, lines }) => ({
      kind,
      cause,
      isMechanical,
      count: lines.length,
      first: lines[0],
    }))
    .sort((a, b) => Number(a.kind === "other") - Number(b.kind === "other") || b.count - a.count);
}
