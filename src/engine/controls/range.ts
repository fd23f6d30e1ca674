import { ofPrivate, toControl, type CommonOptions, type ControlElement } from "./control.js";
import { toSlider } from "./slider.js";

export interface RangeOptions extends CommonOptions {
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
  const { label, min, max, step = 1, value = min } = options;
  const { field, output, set } = toSlider({ label, min, max, step, value });
  return toControl({
    label,
    ...ofPrivate(options.isPrivate),
    field,
    after: [output],
    get: () => Number(field.value),
    set,
    say: String,
  });
}
