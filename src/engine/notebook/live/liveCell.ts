import { messageOf } from "../../../errors.js";
import { changeWords } from "../freezeExports.js";
import { freezeShared } from "./freezeShared.js";
import { show } from "../show.js";
import { blockOf, toBlock } from "../toBlock.js";
import type { CellState, LiveCell, ObservableParts, Observer } from "./liveNotebook.js";

/** The variable that a cell could not have because of another cell, or null for its own error. */
function missingInput(error: unknown): string | null {
  if (!(error instanceof Error) || error.name !== "RuntimeError" || !("input" in error))
    return null;
  return typeof error.input === "string" ? error.input : null;
}

/**
 * What a cell shows for a value: exactly what a static report holds of it, or nothing. Throws a
 * TypeError, as the headless run does, for what a report could not show.
 */
function toElement(value: unknown): HTMLElement | null {
  const block = toBlock(value);
  if (block === null) return null;
  return blockOf(value) ? (value as HTMLElement) : show(block);
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
function bodyOf(cell: LiveCell, onRun: () => void, onShow: () => void) {
  const { inputs, make, modules } = cell;
  const display = (given: (element: HTMLElement) => void) => (value: unknown) => {
    const element = toElement(value);
    if (element) {
      onShow();
      given(element);
    }
    return value;
  };
  const view = (given: (control: HTMLElement) => unknown) => (control: HTMLElement) => {
    if (blockOf(control)?.kind !== "control")
      throw new TypeError('view: expected a control: import {control} from "ninefold"');
    onShow();
    return given(control);
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

/**
 * Defines a cell in the runtime and draws in `root` what it shows, or in words why it could not
 * run. What an earlier run showed goes when a later one shows nothing. Calls `onSettled` whenever
 * the cell has run.
 */
export function defineCell(
  main: object,
  cell: LiveCell,
  root: HTMLElement,
  { define }: Pick<ObservableParts, "define">,
  onSettled: () => void,
): void {
  let shown = false;
  const state: CellState = { root, expanded: [], variables: [] };
  const observer: Observer = {
    pending() {
      root.setAttribute("aria-busy", "true");
    },
    fulfilled(value) {
      root.removeAttribute("aria-busy");
      if (cell.displays) {
        try {
          root.replaceChildren(...[toElement(value) ?? []].flat());
        } catch (error) {
          return this.rejected(error);
        }
      } else if (!shown) root.replaceChildren();
      onSettled();
    },
    rejected(error) {
      root.removeAttribute("aria-busy");
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
        () => (shown = false),
        () => (shown = true),
      ),
      autodisplay: cell.displays,
    },
    () => observer,
  );
}
