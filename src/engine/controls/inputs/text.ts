import { toControl, type ControlElement } from "../control.js";
import { disable, labelText, type CommonOptions } from "./labels.js";

export interface TextOptions extends CommonOptions {
  readonly value?: string | number | null;
  readonly placeholder?: string;
}

function fieldFor(kind: string, options: TextOptions, otherwise: string): ControlElement<string> {
  const field =
    kind === "textarea" ? document.createElement("textarea") : document.createElement("input");
  if (field.localName === "input") (field as HTMLInputElement).type = kind;
  if (options.placeholder !== undefined) field.placeholder = options.placeholder;
  disable(field, options);
  const set = (value: string) => {
    field.value = value;
  };
  set(String(options.value ?? (kind === "color" ? "#000000" : "")));
  return toControl({
    label: labelText(options.label, otherwise),
    field,
    // A link may go anywhere.
    ...(kind === "password" && { inAddress: null }),
    get: () => field.value,
    set,
    say: (value) => (value === "" ? "nothing" : kind === "password" ? "hidden" : value),
  });
}

/** Fields for text, as in `Inputs`. */
export const text = (options: TextOptions = {}) => fieldFor("text", options, "Text");
export const textarea = (options: TextOptions = {}) => fieldFor("textarea", options, "Text");
export const email = (options: TextOptions = {}) => fieldFor("email", options, "Email address");
export const tel = (options: TextOptions = {}) => fieldFor("tel", options, "Telephone number");
export const url = (options: TextOptions = {}) => fieldFor("url", options, "Address");
export const password = (options: TextOptions = {}) => fieldFor("password", options, "Password");
export const color = (options: TextOptions = {}) => fieldFor("color", options, "Colour");
