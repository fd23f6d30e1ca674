import type { Showable } from "../../report/block.js";
import { blockOf } from "../blockOf.js";

/** How long a page has stopped changing before it is said what changed, in milliseconds. */
const rest = 500;
/** How many things are said of one change: more would keep a listener from the next. */
const most = 2;

/** A block on the page, as far as it is said. */
interface Sayable {
  /** Differs wherever the block does. */
  readonly state: string;
  /** What is said of it, a part of its own each, the first that is new. */
  readonly parts: readonly string[];
  readonly kind: "title" | "unknown" | "other";
}

/** The first sentence of a text, without its full stop; the point of a number or of "e.g." ends none. */
export function firstSentence(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return (
    /^.*?(?<=[\p{L}\p{N}%)”’]{2}|\s\p{N})[.!?](?=\s|$)/u.exec(line)?.[0].replace(/\.$/, "") ?? line
  );
}

const textOf = ({ textContent }: Node) => (textContent ?? "").replace(/\s+/g, " ").trim();

/** The first words of what a cell wrote or drew, or of what stands for its first picture. */
function wordsOf(element: HTMLElement): string {
  for (const part of element.querySelectorAll<HTMLElement>(
    "h2, h3, h4, h5, p, li, summary, td, img",
  )) {
    const words = part instanceof HTMLImageElement ? part.alt : (part.textContent ?? "");
    if (words.trim() !== "") return words;
  }
  return element.textContent ?? "";
}

function sayable(element: HTMLElement, block: Showable): Sayable | null {
  switch (block.kind) {
    case "control":
      return null;
    case "title":
      return { state: block.text, parts: [block.text], kind: "title" };
    case "figure":
    case "table": {
      const { id, data } = block;
      const words =
        block.kind === "figure"
          ? [block.title, block.detail ?? "", block.subtitle, block.alt]
          : [block.caption, block.scope];
      const state = JSON.stringify([id, words, data.rows]);
      // How many rows of what a table has is no sentence.
      return { state, parts: block.kind === "table" ? words.slice(0, 1) : words, kind: "other" };
    }
    default: {
      const isUnknown = block.kind === "prose" && block.as === "unknown";
      const words = isUnknown ? textOf(element) : wordsOf(element);
      return {
        state: JSON.stringify(block),
        parts: [words],
        kind: isUnknown ? "unknown" : "other",
      };
    }
  }
}

/** What each cell shows. */
function statesOf(main: HTMLElement): ReadonlyMap<Element, readonly Sayable[]> {
  return new Map(
    [...main.querySelectorAll(".cell")].map((cell) => [
      cell,
      [...cell.children].flatMap((child) => {
        const block = blockOf(child);
        return (block && sayable(child as HTMLElement, block)) ?? [];
      }),
    ]),
  );
}

/** What changed between two states, in the order of the page. */
function changes(
  before: ReadonlyMap<Element, readonly Sayable[]>,
  after: ReadonlyMap<Element, readonly Sayable[]>,
): (Sayable & { readonly said: string })[] {
  return [...after].flatMap(([cell, shown]) => {
    const old = before.get(cell) ?? [];
    const states = new Set(old.map(({ state }) => state));
    const parts = new Set(old.flatMap((one) => one.parts));
    const fresh = shown.filter(({ state }) => !states.has(state));
    // Where something went, what is left is the answer.
    const left = fresh.length === 0 && shown.length < old.length ? shown.slice(0, 1) : fresh;
    return left.map((one) => ({
      ...one,
      said: one.parts.find((part) => part !== "" && !parts.has(part)) ?? one.parts[0],
    }));
  });
}

/** What is said of a change to those who cannot see it; empty where nothing is left of it. */
function sentenceOf(changed: readonly (Sayable & { readonly said: string })[]): string {
  const of = (kind: Sayable["kind"]) => changed.filter((one) => one.kind === kind);
  const unknown = of("unknown").map(({ said }) => said);
  if (unknown.length > 0) return unknown.join(" ");
  const shown = of("title").length > 0 ? of("title") : changed;
  const sentences = [...new Set(shown.map(({ said }) => firstSentence(said)))].filter(Boolean);
  return sentences.length === 0
    ? ""
    : `Now shown: ${sentences
        .slice(0, most)
        .join(". ")
        .replace(/^Shown: /, "")}`;
}

export interface Announcer {
  /** The page is as it was opened: says what is unknown of what its address asks for. */
  readonly ready: () => void;
  /** Something was drawn. */
  readonly drawn: () => void;
}

/**
 * Says to those who cannot see it what a reader's change of a control brought about, once, when the
 * page has come to rest. What moves by itself is not said.
 */
export function announcer(main: HTMLElement, status: HTMLElement): Announcer {
  let before: ReadonlyMap<Element, readonly Sayable[]> | null = null;
  let isAsked = false;
  let timer: number | undefined;
  const announce = () => {
    if (before === null) return;
    if (main.querySelector('.cell[aria-busy="true"]')) return wait();
    const after = statesOf(main);
    const changed = changes(before, after);
    const isSame =
      changed.length === 0 &&
      [...after].every(([cell, shown]) => shown.length === before!.get(cell)?.length);
    before = after;
    isAsked = false;
    if (!isSame) status.textContent = sentenceOf(changed);
  };
  function wait() {
    window.clearTimeout(timer);
    timer = window.setTimeout(announce, rest);
  }
  main.addEventListener("input", () => {
    isAsked = true;
    wait();
  });
  return {
    ready() {
      before = statesOf(main);
      const unknown = [...main.querySelectorAll(".address-note, .cell > * > .unknown")];
      if (unknown.length > 0) status.textContent = unknown.map(textOf).join(" ");
    },
    drawn() {
      if (isAsked) wait();
    },
  };
}
