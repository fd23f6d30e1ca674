/** The thread in which the claims of somebody's own file are tested. */
import { parentPort, workerData } from "node:worker_threads";
import { toClaim, type Claim, type ClaimSpec } from "../councils/claims/claim.js";
import { evaluateClaims, type ClaimResult } from "../councils/claims/evaluateClaims.js";
import type { Dataset } from "../councils/data/dataset.js";
import { reviveDataset } from "../councils/data/reviveDataset.js";
import { isOurs } from "../councils/claims/isOurs.js";
import { messageOf, stackOf } from "../errors.js";

export interface ToClaimWorker {
  /** The file as the person named it. */
  readonly file: string;
  /** The address of what it was compiled to. */
  readonly module: string;
  /** The data as JSON. */
  readonly dataset: string;
  /** The group of claims to begin with. */
  readonly first: number;
}

export type FromClaimWorker =
  | { readonly begun: number; readonly ids: string }
  | { readonly results: readonly ClaimResult[] }
  | { readonly problem: string }
  | { readonly done: true };

const { file, module, dataset: json, first } = workerData as ToClaimWorker;
const tell = (message: FromClaimWorker) => parentPort!.postMessage(message);

/** Where in the file something was thrown: `:line:column`, or nothing. */
function placeOf(error: unknown): string {
  const name = file.replace(/^.*[\\/]/, "");
  const line = stackOf(error)
    .split("\n")
    .find((one) => one.includes(`${name}:`));
  return line === undefined ? "" : (/:\d+:\d+(?=\)?$)/.exec(line)?.[0] ?? "");
}

const oneLine = (error: unknown) => messageOf(error).split("\n")[0];

/** An address and a year, or words that nobody else has said it. */
function checkSaid(claim: Claim): Claim {
  const isSaid = /https?:\/\/\S+/.test(claim.by) && /\b(?:19|20)\d\d\b/.test(claim.by);
  if (!isSaid && !isOurs(claim))
    throw new TypeError(
      `claim ${claim.id}: by: expected who said it, with an address and a date, or "A question of ours": ${claim.by}`,
    );
  return claim;
}

/** The claims that a module exports, alone or in lists. */
function claimsOf(exported: object): Claim[] {
  const values: unknown[] = Object.values(exported).flat();
  const isSpec = (value: unknown): value is ClaimSpec =>
    typeof value === "object" && value !== null && "test" in value && "rule" in value;
  const specs = [...new Set(values.filter(isSpec))];
  if (specs.length === 0) throw new TypeError("expected an export made by toClaim({ … })");
  return specs.map((spec) => checkSaid(toClaim(spec as ClaimSpec & { family: string })));
}

/** Claims that are adjusted together, each other one by itself. */
function groupsOf(claims: readonly Claim[]): (readonly Claim[])[] {
  const groups = new Map<unknown, Claim[]>();
  for (const claim of claims) {
    const key = claim.family ?? claim;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups.values()];
}

function testGroup(claims: readonly Claim[], dataset: Dataset): void {
  try {
    tell({ results: evaluateClaims(dataset, { claims }) });
  } catch (error) {
    const ids = claims.map(({ id }) => id).join(", ");
    const text = oneLine(error);
    const named = text.startsWith("claim ") ? text : `claim ${ids}: ${text}`;
    tell({ problem: `${file}${placeOf(error)}: ${named}` });
  }
}

process.setSourceMapsEnabled(true);
try {
  const groups = groupsOf(claimsOf((await import(module)) as object));
  const dataset = reviveDataset(json);
  groups.slice(first).forEach((group, i) => {
    tell({ begun: first + i, ids: group.map(({ id }) => id).join(", ") });
    testGroup(group, dataset);
  });
} catch (error) {
  tell({ problem: `${file}${placeOf(error)}: ${oneLine(error)}` });
}
tell({ done: true });
