import { ofOptions } from "../../notebook/live/addressForm.js";
import { toControl, type ControlElement } from "../control.js";
import { placesOf, sayChoices, toChoices, type ChoiceData, type ChoiceOptions } from "./choices.js";
import { disable, labelText } from "./labels.js";

export interface SelectOptions extends ChoiceOptions {
  /** Several may be chosen; a number says how many are seen at once. */
  readonly multiple?: boolean | number;
}

/** A list to choose from, as `Inputs.select`: its default is the first, or nothing of several. */
export function select(data: ChoiceData, options: SelectOptions = {}): ControlElement<unknown> {
  const choices = toChoices(data, options);
  const multiple = options.multiple !== undefined && options.multiple !== false;
  const field = document.createElement("select");
  disable(field, options);
  if (multiple) {
    field.multiple = true;
    field.size =
      typeof options.multiple === "number" ? options.multiple : Math.min(8, choices.length);
  }
  const elements = choices.map(({ text }, i) => {
    const element = document.createElement("option");
    element.value = String(i);
    element.textContent = text;
    field.append(element);
    return element;
  });
  let places = new Set<number>();
  const set = (value: unknown) => {
    places = placesOf(choices, multiple ? (value as Iterable<unknown>) : [value]);
    elements.forEach((element, i) => {
      element.selected = places.has(i);
    });
  };
  if ("value" in options && options.value !== undefined) set(options.value);
  else set(multiple ? [] : choices[0]?.value);
  if (!multiple && places.size === 0 && choices.length > 0) set(choices[0].value);
  field.addEventListener("input", () => {
    places = new Set(elements.flatMap((element, i) => (element.selected ? [i] : [])));
  });
  const chosen = () => choices.filter((_, i) => places.has(i)).map(({ value }) => value);
  return toControl({
    label: labelText(options.label, multiple ? "Choices" : "Choice"),
    ...(!multiple && { inAddress: ofOptions(choices.map(({ value }) => value)) }),
    field,
    get: () => (multiple ? chosen() : (chosen()[0] ?? null)),
    set,
    say: () => sayChoices(choices, places),
  });
}
