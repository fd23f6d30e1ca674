import { liveParams, type Params } from "./liveParams.js";

/** `params` where nobody knows which parameters a notebook has. */
export type NotebookParams = Params & {
  readonly [own: string]: string | number | boolean | null | undefined;
};

/** A text as what it looks like: a number, true or false, else itself. */
function looksLike(text: string): string | number | boolean {
  if (text === "true" || text === "false") return text === "true";
  return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}

/** What an address asks for, a notebook's own parameters too. */
export function addressParams(search: string): NotebookParams {
  const own: Record<string, string | number | boolean> = {};
  for (const [name, text] of new URLSearchParams(search))
    Object.defineProperty(own, name, {
      value: looksLike(text),
      enumerable: true,
      configurable: true,
    });
  return Object.freeze({ ...own, ...liveParams(search, "complete") });
}
