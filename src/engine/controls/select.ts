import { ofOptions } from "../notebook/live/addressForm.js";
import { ofPrivate, toControl, type CommonOptions, type ControlElement } from "./control.js";

export interface SelectOptions<T> extends CommonOptions {
  readonly label: string;
  readonly options: readonly T[];
  /** The default; the first option where it is left out. */
  readonly value?: T;
  /** How an option is written; as it is by default. */
  readonly format?: (option: T) => string;
}

/** A list to choose one from. Throws a RangeError for a value that is not among the options. */
export function select<T>(spec: SelectOptions<T>): ControlElement<T> {
  const { label, options, format = String } = spec;
  if (options.length === 0) throw new RangeError(`${label}: expected at least one option`);
  const field = document.createElement("select");
  let chosen = 0;
  options.forEach((option, index) => {
    const element = document.createElement("option");
    element.value = String(index);
    element.textContent = format(option);
    field.append(element);
  });
  const set = (value: T) => {
    const index = options.indexOf(value);
    if (index < 0) throw new RangeError(`${label}: expected one of the options: ${format(value)}`);
    chosen = index;
    field.querySelectorAll("option").forEach((element, i) => {
      element.selected = i === index;
    });
  };
  set("value" in spec ? (spec.value as T) : options[0]);
  field.addEventListener("input", () => {
    chosen = Number(field.value);
  });
  const get = () => options[chosen];
  const inAddress = ofPrivate(spec.isPrivate, ofOptions(options));
  return toControl({ label, ...inAddress, field, get, set, say: format });
}
