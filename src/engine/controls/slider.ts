export interface SliderOptions {
  /** What a slider's error names. */
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
}

export interface Slider {
  readonly field: HTMLInputElement;
  /** The value, written; it follows the field. */
  readonly output: HTMLOutputElement;
  /** Throws a RangeError for a value outside the slider. */
  readonly set: (value: number) => void;
}

/** A native slider and its written value. Throws a RangeError for a value outside it. */
export function toSlider({ label, min, max, step, value: initial }: SliderOptions): Slider {
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
  return { field, output, set };
}
