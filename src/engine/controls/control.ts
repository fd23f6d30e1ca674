import type { AddressForm } from "../notebook/live/addressForm.js";
import { carry } from "../notebook/show.js";
import type { Control } from "../report/block.js";

/**
 * A control of a live notebook: a labelled element with a `value` that dispatches `input` events,
 * as `view()` expects. It carries a block that states its default, for static reports.
 */
export type ControlElement<T> = HTMLElement & { value: T; readonly block: Control };

export interface ControlValue<T> {
  /** What a reader sees beside the control, and its accessible name. */
  readonly label: string;
  readonly get: () => T;
  readonly set: (value: T) => void;
  /** A value as a reader would say it. */
  readonly say: (value: T) => string;
  /** A sentence for forms on which nothing can be chosen. */
  readonly onStatic?: string;
  /** How an address holds a value; null for what it never holds. Left out: as text or number it is. */
  readonly inAddress?: AddressForm<T> | null;
}

/** What every control may be told. */
export interface CommonOptions {
  /** Stays out of the page's address: what a reader enters is in no link. */
  readonly isPrivate?: boolean;
}

/** What keeps a private control out of every address, in place of another form. */
export const ofPrivate = <T>(isPrivate: boolean | undefined, inAddress?: AddressForm<T>) =>
  isPrivate === true ? { inAddress: null } : inAddress && { inAddress };

/** Makes an element that holds native fields a control. Throws a TypeError for an empty label. */
export function withValue<T>(
  element: HTMLElement,
  { label, get, set, say, onStatic, inAddress }: ControlValue<T>,
): ControlElement<T> {
  if (label.trim() === "") throw new TypeError("control: label is missing");
  element.classList.add("ninefold-control");
  const valued = Object.defineProperties(element, {
    value: { get, set },
    said: { get: () => say(get()) },
    inAddress: { value: inAddress },
  }) as HTMLElement & { value: T };
  const block: Control = {
    kind: "control",
    label,
    value: say(get()),
    ...(onStatic !== undefined && { onStatic }),
  };
  return carry(valued, block);
}

export interface ControlParts<T> extends ControlValue<T> {
  /** The native element that a reader operates. */
  readonly field: HTMLElement;
  /** What follows the label and the field, and is no part of the field's name. */
  readonly after?: readonly HTMLElement[];
}

/** A control of one native field. Throws a TypeError where it has no label. */
export function toControl<T>({ field, after = [], ...value }: ControlParts<T>): ControlElement<T> {
  const element: HTMLElement = document.createElement("div");
  const named = document.createElement("label");
  named.append(`${value.label} `, field);
  element.append(named, ...after.flatMap((part) => [" ", part]));
  return withValue(element, value);
}
