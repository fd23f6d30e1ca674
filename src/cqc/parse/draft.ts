import { ratingsOf, type Rating, type Scheme, type Score } from "../../ratings/scheme.js";
import type { Council, Kind } from "../../councils/data/dataset.js";
import { showValue } from "../../datapackage/problem.js";
import { labelOf } from "./cleanText.js";
import { placeOf, type Line } from "./line.js";
import { matchCouncil } from "./matchCouncil.js";
import { readDate } from "./readDate.js";

type Value = string | number;

/** One problem refuses a page; more than these help nobody. */
const maxProblems = 50;

/**
 * The row that is being read off a page. A value that is read twice must be the same twice: a page
 * that contradicts itself has a problem, and a page with a problem is no row.
 */
export class Draft {
  readonly councils: readonly Council[];
  /** The scheme that the page is of. */
  readonly scheme: Scheme;
  readonly problems: string[] = [];
  readonly #values = new Map<string, { readonly value: Value; readonly line: number | null }>();
  readonly #places: Record<string, string> = {};
  readonly #read = new Set<Line>();
  readonly #readFirst = new Set<Line>();

  constructor(councils: readonly Council[], scheme: Scheme) {
    this.councils = councils;
    this.scheme = scheme;
  }

  problem(line: Line | null, what: string, value?: string): void {
    const shown = value === undefined ? "" : `: ${showValue(value)}`;
    const problem = `${line === null ? "" : `line ${line.line}: `}${what}${shown}`;
    if (this.problems.length < maxProblems && !this.problems.includes(problem))
      this.problems.push(problem);
  }

  /** Whether something is wrong with this line already. */
  hasProblem(line: Line): boolean {
    return this.problems.some((problem) => problem.startsWith(`line ${line.line}: `));
  }

  /** Takes a value from where it stands. */
  take(name: string, value: Value, line: Line, heading?: string): void {
    const earlier = this.#values.get(name);
    this.#read.add(line);
    if (earlier === undefined) {
      this.#readFirst.add(line);
      this.#values.set(name, { value, line: line.line });
      this.#places[name] = placeOf(line, heading);
    } else if (earlier.value !== value)
      this.problem(line, `${name}: line ${earlier.line} says ${earlier.value}`, String(value));
  }

  /** Takes a value that no line of the page holds, and says where it is from. */
  takeFrom(place: string, name: string, value: Value): void {
    this.#values.set(name, { value, line: null });
    this.#places[name] = place;
  }

  /** Marks a line as understood, though no value is taken from it. */
  understand(line: Line): void {
    this.#read.add(line);
  }

  isRead(line: Line): boolean {
    return this.#read.has(line);
  }

  /** Whether a value stands in this line, and not only once more. */
  isPlace(line: Line): boolean {
    return this.#readFirst.has(line);
  }

  get(name: string): Value | null {
    return this.#values.get(name)?.value ?? null;
  }

  lineOf(name: string): number | null {
    return this.#values.get(name)?.line ?? null;
  }

  get places(): Readonly<Record<string, string>> {
    return this.#places;
  }

  takeCouncil(name: string, line: Line, heading?: string): Council | null {
    const council = matchCouncil(name, this.councils);
    if (council === null) this.problem(line, "council: no council goes by this name", name);
    else this.take("council", council.gssCode, line, heading);
    return council;
  }

  takeRating(word: string, line: Line, heading?: string): Rating | null {
    const rating = ratingOf(word, this.scheme);
    if (rating === null)
      this.problem(line, `rating: expected ${ratingsOf(this.scheme).join(", ")}`, word);
    else this.take("rating", rating, line, heading);
    return rating;
  }

  takeScore(column: string, text: string, line: Line, heading?: string): void {
    const score = scoreOf(text, this.scheme);
    if (score === null) this.problem(line, `${column}: expected ${scoresWords(this.scheme)}`, text);
    else this.take(column, score, line, heading);
  }

  takeDate(name: "published" | "updated", text: string, line: Line): void {
    const date = readDate(text);
    if (date === null) this.problem(line, `${name}: expected a date such as 17 May 2024`, text);
    else this.take(name, date, line);
  }

  takeKind(kind: Kind, line: Line): void {
    this.take("kind", kind, line);
  }

  get scores(): (Score | null)[] {
    return this.scheme.parts.map(({ id }) => this.get(id) as Score | null);
  }
}

/** "1, 2, 3 or 4". */
function scoresWords({ levels }: Scheme): string {
  const scores = levels.map(({ score }) => String(score));
  return `${scores.slice(0, -1).join(", ")} or ${scores.at(-1)}`;
}

/** One of the scheme's words, in any case; nothing else. */
export function ratingOf(word: string, scheme: Scheme): Rating | null {
  const label = labelOf(word);
  return ratingsOf(scheme).find((rating) => rating.toLowerCase() === label) ?? null;
}

/** A score of the scheme, in digits of ASCII; nothing else. */
export function scoreOf(text: string, { levels }: Scheme): Score | null {
  return levels.find(({ score }) => score !== null && String(score) === text)?.score ?? null;
}
