import { toControl, type ControlElement } from "../control.js";
import { disable, labelText, type CommonOptions } from "./labels.js";

export interface ToggleOptions extends CommonOptions {
  readonly value?: unknown;
  /** What its two states stand for, the first that of a tick. */
  readonly values?: readonly [on: unknown, off: unknown];
}

/** A box to tick, as `Inputs.toggle`. */
export function toggle(options: ToggleOptions = {}): ControlElement<unknown> {
  const [on, off] = options.values ?? [true, false];
  const field = document.createElement("input");
  field.type = "checkbox";
  disable(field, options);
  field.checked = Object.is(options.value, on);
  return toControl({
    label: labelText(options.label, "Choice"),
    field,
    get: () => (field.checked ? on : off),
    set: (value) => {
      field.checked = Object.is(value, on);
    },
    say: () => (field.checked ? "yes" : "no"),
  });
}
