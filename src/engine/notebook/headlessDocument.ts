import { LeftOut } from "../../errors.js";
import { reasons } from "./leftOutReasons.js";
import { parseHTML } from "linkedom/worker";
import { forgetFrames, frameGlobals } from "./headlessFrames.js";
import { giveMeasures } from "./headlessSvg.js";
import { giveFields } from "./headlessFields.js";
import { giveCanvas } from "./headlessCanvas.js";
import { readHtmlAsBrowsers } from "./headlessHtml.js";
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
  "DocumentFragment",
  "DOMParser",
  "HTMLCanvasElement",
  "HTMLInputElement",
  "MutationObserver",
  "NodeFilter",
  "location",
  "requestAnimationFrame",
  "cancelAnimationFrame",
  "devicePixelRatio",
  "navigator",
  "NodeList",
  "HTMLCollection",
] as const;

/** What linkedom has otherwise than a browser. */
const others: Readonly<Record<string, unknown>> = {
  location: new URL("about:blank"),
  ...frameGlobals,
  devicePixelRatio: 1,
  navigator: {
    ...{ language: "en-GB", maxTouchPoints: 0, userAgent: "" },
    get gpu(): never {
      throw new LeftOut("navigator.gpu: only a browser has WebGPU: draw it as SVG", reasons.card);
    },
  },
  NodeList: class NodeList {},
  HTMLCollection: class HTMLCollection {},
  NodeFilter: { SHOW_ELEMENT: 1, SHOW_TEXT: 4, SHOW_COMMENT: 128 },
};

/** `Node.DOCUMENT_POSITION_FOLLOWING`. */
const following = 4;

const nothing = () => undefined;

/** The style that an element says itself: no sheet of styles is read headless. */
const getComputedStyle = (element: HTMLElement) => element.style;

/** A window: the few parts of it that drawing needs. Nobody operates it, so that it hears nothing. */
const windowOf = (document: Document) => ({
  document,
  ...frameGlobals,
  ...{ location: others.location, navigator: others.navigator },
  ...{ devicePixelRatio: 1, innerWidth: 1280, innerHeight: 720, scrollX: 0, scrollY: 0 },
  ...{ getComputedStyle, addEventListener: nothing, removeEventListener: nothing },
  ...{ scrollTo: nothing, scrollBy: nothing },
});

/** What holds a node and has no parent. */
function rootOf(node: Node): Node {
  return node.parentNode ? rootOf(node.parentNode) : node;
}

/** Gives elements what a browser's have and linkedom's have not. */
function mendElements(document: Document): void {
  const style = prototypeWith(document.body, "style");
  const read = Object.getOwnPropertyDescriptor(style, "style")!;
  Object.defineProperty(style, "style", {
    ...read,
    set(this: Element, text: string) {
      this.setAttribute("style", String(text));
    },
  });
  for (const name of ["scrollTo", "scrollBy", "scrollIntoView"])
    Object.defineProperty(style, name, { value: nothing, configurable: true, writable: true });
  const select = prototypeWith(document.body, "querySelectorAll") as Record<string, unknown>;
  for (const name of ["querySelector", "querySelectorAll"]) {
    const find = select[name] as (this: Element, selector: string) => unknown;
    select[name] = function (this: Element, selector: string) {
      const root = rootOf(this);
      // An element without a parent counts as a child of nothing, which :first-of-type cannot read.
      if (root.nodeType !== 1 || !selector.includes(":")) return find.call(this, selector);
      const parent = document.createDocumentFragment();
      parent.append(root);
      try {
        return find.call(this, selector);
      } finally {
        parent.removeChild(root);
      }
    };
  }
  giveFields(document);
  // linkedom lists all children of a parent to tell; d3 asks it of each element and its next one.
  const node = prototypeWith(document.body, "compareDocumentPosition");
  const compare = (node as Record<string, (other: Node) => number>).compareDocumentPosition;
  Object.defineProperty(node, "compareDocumentPosition", {
    configurable: true,
    value(this: Node, other: Node) {
      return this.nextSibling === other ? following : compare.call(this, other);
    },
  });
  const view = document.defaultView as unknown as Record<string, unknown>;
  view.getComputedStyle = getComputedStyle;
}

/** The class that has a property of an element. */
function prototypeWith(element: Element, property: string): object {
  let prototype = Object.getPrototypeOf(element) as object;
  while (!Object.hasOwn(prototype, property))
    prototype = Object.getPrototypeOf(prototype) as object;
  return prototype;
}

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
    if (page === undefined) {
      page = parseHTML("<!doctype html><html><body></body></html>");
      const { document } = page;
      Object.defineProperty(document, "compatMode", { value: "CSS1Compat" });
      Object.defineProperty(document, "location", { value: others.location });
      mendElements(document);
      readHtmlAsBrowsers(prototypeWith(document.body, "innerHTML"));
      giveMeasures(
        Object.getPrototypeOf(
          document.createElementNS("http://www.w3.org/2000/svg", "g"),
        ) as object,
      );
      giveCanvas(prototypeWith(document.createElement("canvas"), "getContext"));
    }
    const { document } = page;
    drawBlocksLater(document);
    const given = page as unknown as Readonly<Record<string, unknown>>;
    const valueOf = (name: string) =>
      name === "window" ? windowOf(document) : (others[name] ?? given[name]);
    before = names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]);
    for (const name of names)
      Object.defineProperty(globalThis, name, {
        value: valueOf(name),
        configurable: true,
        writable: true,
      });
  }
  if (users === 0) forgetFrames();
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
