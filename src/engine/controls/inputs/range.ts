import { toControl, type ControlElement } from "../control.js";
import { disable, labelText, type CommonOptions } from "./labels.js";

export interface RangeOptions extends CommonOptions {
  readonly value?: number;
  readonly step?: number;
  /** How a value is written. */
  readonly format?: (value: number) => unknown;
}

type Extent = readonly [min: number, max: number];

/** A value on the steps from the least one, as a browser would set it. */
function onStep(value: number, [min, max]: Extent, step: number | undefined): number {
  const bounded = Math.min(max, Math.max(min, value));
  if (step === undefined || !Number.isFinite(min)) return bounded;
  const steps = Math.round((bounded - min) / step);
  const digits = Math.max(
    0,
    ...[min, step].map((number) => (/\.(\d+)$/.exec(String(number))?.[1] ?? "").length),
  );
  return Math.min(max, Number((min + steps * step).toFixed(digits)));
}

/** A slider over numbers, as `Inputs.range`: the middle is its default. */
export function range(extent: Extent = [0, 1], options: RangeOptions = {}): ControlElement<number> {
  const { step, format = String } = options;
  const [min, max] = extent;
  const field = document.createElement("input");
  field.type = "range";
  field.min = String(min);
  field.max = String(max);
  field.step = step === undefined ? "any" : String(step);
  disable(field, options);
  const output = document.createElement("output");
  let current: number;
  const set = (value: number) => {
    current = onStep(value, extent, step);
    field.value = String(current);
    output.textContent = String(format(current));
  };
  set(Number(options.value ?? (min + max) / 2));
  field.addEventListener("input", () => {
    current = Number(field.value);
    output.textContent = String(format(current));
  });
  return toControl({
    label: labelText(options.label, "Number"),
    field,
    after: [output],
    get: () => current,
    set,
    say: (value) => String(format(value)),
  });
}

export interface NumberOptions extends RangeOptions {
  readonly placeholder?: string;
}

/** A field for a number, as `Inputs.number`. */
export function number(
  extent?: Extent | NumberOptions,
  given?: NumberOptions,
): ControlElement<number | undefined> {
  const hasExtent = Array.isArray(extent);
  const [min, max] = hasExtent ? (extent as Extent) : [-Infinity, Infinity];
  const options = (hasExtent ? given : ((extent as NumberOptions | undefined) ?? given)) ?? {};
  const field = document.createElement("input");
  field.type = "number";
  if (Number.isFinite(min)) field.min = String(min);
  if (Number.isFinite(max)) field.max = String(max);
  field.step = options.step === undefined ? "any" : String(options.step);
  if (options.placeholder !== undefined) field.placeholder = options.placeholder;
  disable(field, options);
  const set = (value: number | undefined) => {
    field.value = value === undefined || Number.isNaN(value) ? "" : String(value);
  };
  set(options.value);
  return toControl({
    label: labelText(options.label, "Number"),
    field,
    get: () => (field.value === "" ? undefined : Number(field.value)),
    set,
    say: (value) => (value === undefined ? "none" : String((options.format ?? String)(value))),
  });
}
