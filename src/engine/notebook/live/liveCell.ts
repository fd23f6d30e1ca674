import { LeftOut, messageOf } from "../../../errors.js";
import { changeWords } from "../freezeExports.js";
import { freezeShared } from "./freezeShared.js";
import { show } from "../show.js";
import { blockOf } from "../blockOf.js";
import { leftOutBlock } from "../leftOutBlock.js";
import { toBlock } from "../toBlock.js";
import type {
  CellState,
  LiveCell,
  LiveNotebook,
  ObservableParts,
  Observer,
} from "./liveNotebook.js";

/** The variable that a cell could not have because of another cell, or null for its own error. */
function missingInput(error: unknown): string | null {
  if (!(error instanceof Error) || error.name !== "RuntimeError" || !("input" in error))
    return null;
  return typeof error.input === "string" ? error.input : null;
}

/** What one run of a cell shows. */
interface Showing {
  /** An element for a value, or nothing; what a cell draws itself is looked at when it has run. */
  readonly toElement: (value: unknown) => HTMLElement | null;
  /** Puts what was drawn in place: exactly what a report holds of it. Null where nothing was drawn. */
  readonly finish: () => Promise<void> | null;
  /** Puts it in place as it is by now, where it went on moving. */
  readonly redraw: () => void;
}

/** Calls a function whenever a drawing has changed, until what shows it is gone from the page. */
export type Follow = (node: Node, isShown: () => boolean, onChange: () => void) => void;

function showing(
  { id, variable }: Pick<LiveCell, "id" | "variable">,
  files: LiveNotebook["files"],
  follow: Follow,
): Showing {
  const addressOf = (asked: string) => {
    // What FileAttachment gave is an address already.
    if (Object.values(files).includes(asked)) return asked;
    const address = Object.hasOwn(files, asked) ? files[asked] : undefined;
    if (address === undefined) throw new Error(`image: there is no such file: ${asked}`);
    return address;
  };
  let before = 0;
  type Drawn = { readonly node: Node; place: HTMLElement };
  const drawn: Drawn[] = [];
  let put: (one: Drawn) => void = () => undefined;
  /** Where a drawing turns into what no page of ours can hold, the last that could be held stays. */
  const putAgain = (one: Drawn) => {
    try {
      put(one);
    } catch (error) {
      if (!(error instanceof LeftOut)) throw error;
    }
  };
  return {
    toElement(value) {
      const block = toBlock(value, {
        cell: id,
        before,
        ...(variable !== undefined && { name: variable }),
      });
      if (block === null) return null;
      if (block.kind === "drawn") {
        const place = document.createElement("div");
        drawn.push({ node: block.node, place });
        return place;
      }
      if (block.kind === "table") before += 1;
      return blockOf(value) ? (value as HTMLElement) : show(block);
    },
    finish() {
      if (drawn.length === 0) return null;
      return import("../content/toContent.js").then(({ toContent }) => {
        put = (one) => {
          const content = toContent(one.node, { onWordless: () => undefined, addressOf });
          const isEmpty = content.nodes.length === 0;
          const place = isEmpty ? document.createElement("div") : show(content);
          place.hidden = isEmpty;
          one.place.replaceWith(place);
          one.place = place;
        };
        let leftOut: LeftOut | null = null;
        for (const one of drawn) {
          try {
            put(one);
            const isShown = () => one.place.isConnected;
            follow(one.node, isShown, () => putAgain(one));
          } catch (error) {
            if (!(error instanceof LeftOut)) throw error;
            one.place.remove();
            leftOut ??= error;
          }
        }
        if (leftOut) throw leftOut;
      });
    },
    redraw() {
      drawn.filter(({ place }) => place.parentNode !== null).forEach(putAgain);
    },
  };
}

function errorElement({ name, where }: LiveCell, error: unknown): HTMLElement {
  const input = missingInput(error);
  const element = document.createElement("div");
  element.className = "problem";
  if (input === null) element.setAttribute("role", "alert");
  const words = document.createElement("p");
  words.textContent =
    input === null
      ? `Cell ${name} (${where}) could not run: ${messageOf(error)}${changeWords(error)}`
      : `Cell ${name} (${where}) shows nothing: it needs ${input}, which a cell that could not run defines.`;
  element.append(words);
  return element;
}

/** The function of a cell, with what it displays checked. */
function bodyOf(
  cell: LiveCell,
  onRun: () => void,
  toElement: (value: unknown) => HTMLElement | null,
  onShow: () => void,
  onControl: NonNullable<CellParts["onControl"]>,
) {
  const { inputs, make, modules } = cell;
  const display = (given: (element: HTMLElement) => void) => (value: unknown) => {
    const element = toElement(value);
    if (element) {
      onShow();
      given(element);
    }
    return value;
  };
  const view =
    (given: (control: HTMLElement) => unknown) =>
    (control: HTMLElement & { readonly value: unknown }) => {
      const element = typeof control === "object" && "value" in control ? toElement(control) : null;
      if (element === null)
        throw new TypeError("view: expected a control, as Inputs.range([0, 10]) gives");
      onShow();
      onControl(control, cell);
      if (element === control) return given(control);
      // What is shown of it is not what is operated.
      return given(Object.defineProperty(element, "value", { get: () => control.value }));
    };
  const run = make((offset) => () => modules[offset]());
  return (...given: unknown[]): unknown => {
    onRun();
    const values = inputs.map((name, i) => {
      if (name === "display") return display(given[i] as (element: HTMLElement) => void);
      if (name === "view") return view(given[i] as (control: HTMLElement) => unknown);
      return given[i];
    });
    return freezeShared(cell, run(...values));
  };
}

/** What cells of a notebook have in common. */
export interface CellParts extends Pick<ObservableParts, "define">, Pick<LiveNotebook, "files"> {
  /** Follows what a cell drew and goes on drawing. */
  readonly follow?: Follow;
  /** Called with each control before its value is read. */
  readonly onControl?: (control: HTMLElement, cell: LiveCell) => void;
}

/**
 * Defines a cell in the runtime and draws in `root` what it shows, or in words why it could not
 * run. What an earlier run showed goes when a later one shows nothing. Calls `onSettled` whenever
 * the cell has run. Gives a function that draws what moved meanwhile as it is by now.
 */
export function defineCell(
  main: object,
  cell: LiveCell,
  root: HTMLElement,
  { define, files, follow = () => {}, onControl = () => {} }: CellParts,
  onSettled: () => void,
): () => void {
  let shown = false;
  let now = showing(cell, files, follow);
  const state: CellState = { root, expanded: [], variables: [] };
  const observer: Observer = {
    pending() {
      root.setAttribute("aria-busy", "true");
    },
    fulfilled(value) {
      root.removeAttribute("aria-busy");
      if (cell.displays) {
        try {
          now = showing(cell, files, follow);
          root.replaceChildren(...[now.toElement(value) ?? []].flat());
        } catch (error) {
          return this.rejected(error);
        }
      } else if (!shown) root.replaceChildren();
      const finished = now.finish();
      if (finished === null) return onSettled();
      const current = now;
      finished.then(onSettled, (error: unknown) => {
        if (current === now) this.rejected(error);
      });
    },
    rejected(error) {
      root.removeAttribute("aria-busy");
      if (error instanceof LeftOut) {
        // What this run showed stays, and nothing of an earlier one.
        if (!shown) root.replaceChildren();
        root.append(show(leftOutBlock(error.because)));
        return onSettled();
      }
      root.replaceChildren(errorElement(cell, error));
      if (missingInput(error) === null) reportError(error);
      onSettled();
    },
  };
  define(
    main,
    state,
    {
      id: cell.id,
      inputs: cell.inputs,
      outputs: cell.outputs,
      ...(cell.output !== undefined && { output: cell.output }),
      body: bodyOf(
        cell,
        () => {
          shown = false;
          now = showing(cell, files, follow);
        },
        (value) => now.toElement(value),
        () => (shown = true),
        onControl,
      ),
      autodisplay: cell.displays,
    },
    () => observer,
  );
  return () => now.redraw();
}
