import { list } from "../report/format.js";
import { ofNumbers } from "../notebook/live/addressForm.js";
import { ofPrivate, withValue, type CommonOptions, type ControlElement } from "./control.js";
import { toSlider } from "./slider.js";

export interface RangesOptions extends CommonOptions {
  /** What all the sliders are for. */
  readonly label: string;
  /** One slider each: its name and its default. */
  readonly fields: readonly { readonly label: string; readonly value: number }[];
  readonly min: number;
  readonly max: number;
  /** The distance between two values; 1 by default. */
  readonly step?: number;
  /** A sentence for forms on which nothing can be chosen: where it can be. */
  readonly onStatic?: string;
}

/**
 * Several sliders over the same numbers as one control, in a group that its label names. Its value
 * is an array of numbers, in the order of the fields. Throws a RangeError without fields, for a
 * value outside a slider and for another number of values than of sliders.
 */
export function ranges(options: RangesOptions): ControlElement<readonly number[]> {
  const { label, fields, min, max, step = 1, onStatic } = options;
  if (fields.length === 0) throw new RangeError(`${label}: expected at least one field`);
  const names = fields.map((field) => field.label);
  const sliders = fields.map(({ label: name, value }) =>
    toSlider({ label: `${label}: ${name}`, min, max, step, value }),
  );
  const element: HTMLElement = document.createElement("fieldset");
  const legend = document.createElement("legend");
  legend.textContent = label;
  const rows = sliders.map(({ field, output }, i) => {
    const row = document.createElement("div");
    const named = document.createElement("label");
    named.append(`${names[i]} `, field);
    row.append(named, " ", output);
    return row;
  });
  element.append(legend, ...rows);
  return withValue(element, {
    label,
    ...ofPrivate(options.isPrivate, ofNumbers(fields.length)),
    ...(onStatic !== undefined && { onStatic }),
    get: () => sliders.map(({ field }) => Number(field.value)),
    set: (values) => {
      if (values.length !== sliders.length)
        throw new RangeError(`${label}: expected ${sliders.length} numbers: ${values.length}`);
      sliders.forEach((slider, i) => slider.set(values[i]));
    },
    say: (values) =>
      values.length > 1 && values.every((value) => value === values[0])
        ? `${values[0]} each`
        : list(values.map((value, i) => `${names[i]} ${value}`)),
  });
}
