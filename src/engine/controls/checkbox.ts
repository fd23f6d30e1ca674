import { toControl, type ControlElement } from "./control.js";

export interface CheckboxOptions {
  readonly label: string;
  /** The default; off where it is left out. */
  readonly value?: boolean;
}

/** A box to tick. */
export function checkbox({ label, value = false }: CheckboxOptions): ControlElement<boolean> {
  const field = document.createElement("input");
  field.type = "checkbox";
  field.checked = value;
  return toControl({
    label,
    field,
    get: () => field.checked,
    set: (checked) => {
      field.checked = checked;
    },
    say: (checked) => (checked ? "yes" : "no"),
  });
}
