import { toControl, type ControlElement } from "./control.js";

export interface RangeOptions {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  /** The distance between two values; 1 by default. */
  readonly step?: number;
  /** The default; `min` where it is left out. */
  readonly value?: number;
}

/** A slider over numbers, its value written beside it. Throws a RangeError for a value outside it. */
export function range(options: RangeOptions): ControlElement<number> {
  const { label, min, max, step = 1, value: initial = min } = options;
  const field = document.createElement("input");
  field.type = "range";
  field.min = String(min);
  field.max = String(max);
  field.step = String(step);
  const output = document.createElement("output");
  const set = (value: number) => {
    if (!(value >= min && value <= max))
      throw new RangeError(`${label}: expected a number from ${min} to ${max}: ${value}`);
    field.value = String(value);
    output.textContent = field.value;
  };
  set(initial);
  field.addEventListener("input", () => {
    output.textContent = field.value;
  });
  return toControl({
    label,
    field,
    after: [output],
    get: () => Number(field.value),
    set,
    say: String,
  });
}
