import { parseHTML } from "linkedom/worker";
import { drawBlocksLater } from "./show.js";

/** What a page has and Node has not, or has in a form that linkedom's elements do not accept. */
const names = [
  "document",
  "window",
  "Node",
  "Element",
  "HTMLElement",
  "SVGElement",
  "Text",
  "Event",
  "CustomEvent",
] as const;

let page: ReturnType<typeof parseHTML> | undefined;
let users = 0;
let before: (readonly [string, PropertyDescriptor | undefined])[] = [];

/**
 * Lends the process a document while notebooks run, so that `show`, the controls and charts draw
 * as they do in a browser. Gives a function that takes it back; the globals are as they were once
 * the last run has done so.
 */
export function lendDocument(): () => void {
  if (users === 0) {
    page ??= parseHTML("<!doctype html><html><body></body></html>");
    const { document } = page;
    drawBlocksLater(document);
    const given = page as unknown as Readonly<Record<string, unknown>>;
    const valueOf = (name: string) => (name === "window" ? { document } : given[name]);
    before = names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]);
    for (const name of names)
      Object.defineProperty(globalThis, name, {
        value: valueOf(name),
        configurable: true,
        writable: true,
      });
  }
  users += 1;
  let lent = true;
  return () => {
    if (!lent) return;
    lent = false;
    users -= 1;
    if (users > 0) return;
    for (const [name, descriptor] of before)
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
  };
}
