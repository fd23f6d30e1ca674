import { ofPrivate, toControl, type CommonOptions, type ControlElement } from "./control.js";

export interface CheckboxOptions extends CommonOptions {
  readonly label: string;
  /** The default; off where it is left out. */
  readonly value?: boolean;
}

/** A box to tick. */
export function checkbox(options: CheckboxOptions): ControlElement<boolean> {
  const { label, value = false, isPrivate } = options;
  const field = document.createElement("input");
  field.type = "checkbox";
  field.checked = value;
  return toControl({
    label,
    ...ofPrivate(isPrivate),
    field,
    get: () => field.checked,
    set: (checked) => {
      field.checked = checked;
    },
    say: (checked) => (checked ? "yes" : "no"),
  });
}
