import { resolve } from "node:path";
import { publishedTotals, type PublishedTotal } from "../councils/analysis/publishedTotals.js";
import { groupProblems, type Group } from "../councils/data/causes.js";
import { readDataset } from "../councils/data/readDataset.js";
import { validateDirectory, type Validation } from "../councils/data/validateDirectory.js";
import { repositoryData } from "../datapackage/descriptor.js";
import { ExpectedError } from "../errors.js";
import { fixData } from "./fixData.js";
import type { Io } from "./io.js";
import { jsonText } from "./jsonText.js";
import { totalLine } from "./totalLine.js";

export interface ValidateOptions {
  readonly json?: boolean;
  readonly fix?: string;
}

/** What `--json` prints. */
export interface PrintedValidation extends Validation {
  readonly schema: "ninefold.validation/1";
  readonly valid: boolean;
  /** The problems by what made them. */
  readonly kinds: readonly Group[];
  /** How the data stand against what CQC has counted; none where they are not valid. */
  readonly totals: readonly PublishedTotal[];
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? "" : "s"}`;

/** From how many problems on their causes are counted. */
const many = 3;

/** What is wrong by what made it, where there is enough to count. */
function causeLines(problems: readonly string[]): string[] {
  const known = groupProblems(problems).filter(
    ({ kind, count: n }) => kind !== "other" && n >= many,
  );
  if (known.length === 0) return [];
  const lines = known.map(({ cause, count: n }) => `  ${n}: ${cause}`);
  const isMechanical = known.some((one) => one.isMechanical);
  return [
    "By what made them:",
    ...lines,
    ...(isMechanical ? ["  `ninefold validate DIR --fix OUT` mends what is mechanical"] : []),
  ];
}

function printJson({ problems, files }: Validation, folder: string | undefined, io: Io): void {
  const isValid = problems.length === 0;
  const { totals } = isValid ? publishedTotals(readDataset({ dir: folder })) : { totals: [] };
  const all: PrintedValidation = {
    schema: "ninefold.validation/1",
    valid: isValid,
    files,
    problems,
    kinds: groupProblems(problems),
    totals,
  };
  io.stdout(jsonText(all));
}

/**
 * `ninefold validate [DIR]`: lists every problem of a directory of data, and counts them by what made
 * them, or says what is fine and how the data stand against what CQC has counted. With `fix`, writes
 * a folder in which what is mechanical is mended.
 */
export function validate(
  dir: string | undefined,
  io: Io,
  { json = false, fix }: ValidateOptions = {},
): void {
  // The repository's data by their path are the repository's data.
  const isOwn = dir !== undefined && resolve(dir) === resolve(repositoryData);
  const folder = isOwn ? undefined : dir;
  if (fix !== undefined) {
    fixData(dir, fix, io);
    return validate(fix, io, { json });
  }
  const validation = validateDirectory(folder);
  const { problems, files } = validation;
  if (json) printJson(validation, folder, io);
  if (problems.length > 0) {
    if (!json) for (const line of causeLines(problems)) io.stderr(`${line}\n`);
    throw new ExpectedError(json ? `${count(problems.length, "problem")}` : problems);
  }
  if (json) return;
  const rows = files.reduce((total, file) => total + (file.rows ?? 0), 0);
  io.stdout(`valid: ${count(files.length, "file")}, ${count(rows, "row")}\n`);
  const { totals } = publishedTotals(readDataset({ dir: folder }));
  io.stdout(totals.map((total) => `${totalLine(total)}\n`).join(""));
}
