import fc from "fast-check";
import type { Council } from "../../../src/councils/data/dataset.js";
import type { ParsedPage } from "../../../src/cqc/parse/parsedPage.js";
import type { Score } from "../../../src/ratings/scheme.js";
import { layouts, monthSlug, toHtml, toPage, toText, type Truth } from "./madeUpPages.js";
import { htmlDamage, textDamage } from "./pageDamage.js";
import { htmlNoise, textNoise, type Noise } from "./pageNoise.js";
import { randomOf } from "./random.js";
import { valueMutations } from "./valueMutations.js";

/**
 * Reads made-up pages that were changed in known ways. Each change says what the truth is
 * afterwards: the same, another, or that the page contradicts itself and must be refused. A page
 * that is accepted with any other value is a wrong row.
 */

export interface FuzzOptions {
  /** Given the slug of the page's address, where the page has no date of its own. */
  readonly parse: (content: string, slug?: string) => ParsedPage;
  readonly councils: readonly Council[];
  readonly pages: number;
  readonly seed: number;
}

export interface Violation {
  readonly what: string;
  readonly changes: readonly string[];
  readonly page: string;
}

export interface FuzzResult {
  readonly pages: number;
  readonly accepted: number;
  readonly refused: number;
  readonly wrong: number;
  readonly thrown: number;
  readonly slow: number;
  /** Of the processor's time, so that what else the machine does is not counted. */
  readonly slowestMs: number;
  /** Pages in which nothing or noise alone was changed, and how many of them were accepted. */
  readonly kept: { readonly pages: number; readonly accepted: number };
  readonly violations: readonly Violation[];
}

const score = fc.constantFrom<Score>(1, 2, 3, 4);
const day = fc
  .record({ year: fc.integer({ min: 2023, max: 2026 }), at: fc.integer({ min: 0, max: 364 }) })
  .map(({ year, at }) => new Date(Date.UTC(year, 0, 1 + at)).toISOString().slice(0, 10));

const someOf = (changes: Readonly<Record<string, Noise>>, most: number) =>
  fc.array(fc.constantFrom(...Object.keys(changes)), { maxLength: most });

const pageArbitrary = (councils: readonly Council[]) =>
  fc.record({
    council: fc.constantFrom(...councils),
    scores: fc.array(score, { minLength: 9, maxLength: 9 }),
    published: day,
    layout: fc.constantFrom(...layouts),
    statement: fc.nat(8),
    format: fc.constantFrom("html", "html", "html", "text"),
    value: fc.option(fc.constantFrom(...Object.keys(valueMutations)), { freq: 2 }),
    htmlNoise: someOf(htmlNoise, 3),
    textNoise: someOf(textNoise, 2),
    htmlDamage: someOf(htmlDamage, 2),
    textDamage: someOf(textDamage, 2),
    seed: fc.integer(),
  });

type Drawn = ReturnType<typeof pageArbitrary> extends fc.Arbitrary<infer T> ? T : never;

interface Case {
  readonly page: string;
  readonly slug: string | undefined;
  readonly truth: Truth | null;
  readonly changes: readonly string[];
  /** Something was taken away or spoiled. */
  readonly isDamaged: boolean;
  /** Nothing that may cost a value was done. */
  readonly intact: boolean;
}

function toCase(drawn: Drawn, councils: readonly Council[]): Case {
  const random = randomOf(drawn.seed);
  const made = toPage({ ...drawn, updated: drawn.published });
  const mutated = drawn.value
    ? valueMutations[drawn.value](made.model, made.truth, random, councils)
    : null;
  const { model, truth } = mutated ?? made;
  const isHtml = drawn.format === "html" || model.after !== "";
  const [noise, damage] = isHtml
    ? [htmlNoise, truth === null ? [] : drawn.htmlDamage]
    : [textNoise, truth === null ? [] : drawn.textDamage];
  // What is damaged may lose the part that contradicts the rest: such a page is only made noisy.
  const names = isHtml ? drawn.htmlNoise : drawn.textNoise;
  let page = isHtml ? toHtml(model) : toText(model);
  for (const name of names) page = noise[name](page, random);
  for (const name of damage) page = (isHtml ? htmlDamage : textDamage)[name](page, random);
  const changes = [
    model.layout,
    isHtml ? "html" : "text",
    ...(mutated ? [drawn.value!] : []),
    ...names,
    ...damage,
  ];
  const slug = drawn.layout === "undated statement" ? monthSlug(drawn.published) : undefined;
  const isDamaged = damage.length > 0;
  return { page, slug, truth, changes, isDamaged, intact: mutated === null && !isDamaged };
}

/** What an accepted row says that the page does not; null where nothing. */
function wrongIn(row: ParsedPage, truth: Truth | null, isDamaged: boolean): string | null {
  if (truth === null) return "accepted, though the page contradicts itself or cannot be read";
  if (row.gssCode !== truth.gssCode) return `council ${row.gssCode}, expected ${truth.gssCode}`;
  for (const name of ["kind", "rating", "percentage", "published", "updated"] as const)
    if (row[name] !== null && row[name] !== truth[name])
      return `${name} ${row[name]}, expected ${truth[name]}`;
  const at = row.scores.findIndex((value, i) => value !== null && value !== truth.scores[i]);
  if (at !== -1) return `qs${at + 1} ${row.scores[at]}, expected ${truth.scores[at]}`;
  const isFull = row.page === "summary" && row.kind === "formal";
  // Damage may take the percentage away: what is left is a page without one, which there are.
  const hasPercentage = row.percentage !== null || truth.percentage === null || isDamaged;
  if (isFull && (row.scores.includes(null) || !hasPercentage || row.rating === null))
    return "a summary accepted without all its values";
  return null;
}

export function fuzz({ parse, councils, pages, seed }: FuzzOptions): FuzzResult {
  const result = { accepted: 0, refused: 0, wrong: 0, thrown: 0, slow: 0, slowestMs: 0 };
  const kept = { pages: 0, accepted: 0 };
  const violations: Violation[] = [];
  for (const drawn of fc.sample(pageArbitrary(councils), { seed, numRuns: pages })) {
    const { page, slug, truth, changes, intact, isDamaged } = toCase(drawn, councils);
    const violate = (what: string) => violations.push({ what, changes, page });
    const start = process.cpuUsage();
    try {
      const row = parse(page, slug);
      const isAccepted = row.problems.length === 0;
      result[isAccepted ? "accepted" : "refused"]++;
      if (intact) kept.pages++;
      if (intact && isAccepted) kept.accepted++;
      const wrong = isAccepted ? wrongIn(row, truth, isDamaged) : null;
      if (wrong !== null) {
        result.wrong++;
        violate(wrong);
      }
    } catch (error) {
      result.thrown++;
      violate(`threw ${String(error)}`);
    }
    const { user, system } = process.cpuUsage(start);
    const ms = (user + system) / 1000;
    result.slowestMs = Math.max(result.slowestMs, ms);
    if (ms > 1000) {
      result.slow++;
      violate(`took ${ms.toFixed(0)} ms`);
    }
  }
  return { pages, ...result, kept, violations };
}
