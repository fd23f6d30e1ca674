import { carry } from "../notebook/show.js";
import type { Control } from "../report/block.js";

/**
 * A control of a live notebook: a labelled element with a `value` that dispatches `input` events,
 * as `view()` expects. It carries a block that states its default, for static reports.
 */
export type ControlElement<T> = HTMLElement & { value: T; readonly block: Control };

export interface ControlParts<T> {
  /** What a reader sees beside the control, and its accessible name. */
  readonly label: string;
  /** The native element that a reader operates. */
  readonly field: HTMLElement;
  /** What follows the label and the field, and is no part of the field's name. */
  readonly after?: readonly HTMLElement[];
  readonly get: () => T;
  readonly set: (value: T) => void;
  /** A value as a reader would say it. */
  readonly say: (value: T) => string;
}

/** Throws a TypeError where a control has no label. */
export function toControl<T>(parts: ControlParts<T>): ControlElement<T> {
  const { label, field, after = [], get, set, say } = parts;
  if (label.trim() === "") throw new TypeError("control: label is missing");
  const element: HTMLElement = document.createElement("div");
  element.className = "ninefold-control";
  const named = document.createElement("label");
  named.append(`${label} `, field);
  element.append(named, ...after.flatMap((part) => [" ", part]));
  const valued = Object.defineProperty(element, "value", { get, set }) as HTMLElement & {
    value: T;
  };
  const block: Control = { kind: "control", label, value: say(get()) };
  return carry(valued, block);
}
