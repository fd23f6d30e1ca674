import { ofOptions } from "../../notebook/live/addressForm.js";
import { withValue, type ControlElement } from "../control.js";
import { placesOf, sayChoices, toChoices, type ChoiceData, type ChoiceOptions } from "./choices.js";
import { disable, labelText } from "./labels.js";

let groups = 0;

function boxes(kind: "radio" | "checkbox", data: ChoiceData, options: ChoiceOptions) {
  const choices = toChoices(data, options);
  const element: HTMLElement = document.createElement("fieldset");
  const legend = document.createElement("legend");
  const label = labelText(options.label, kind === "radio" ? "Choice" : "Choices");
  legend.textContent = label;
  element.append(legend);
  const name = `ninefold-choice-${++groups}`;
  const fields = choices.map(({ text }) => {
    const named = document.createElement("label");
    const field = document.createElement("input");
    field.type = kind;
    field.name = name;
    disable(field, options);
    named.append(field, ` ${text}`);
    element.append(named);
    return field;
  });
  let places = new Set<number>();
  const set = (values: Iterable<unknown>) => {
    places = placesOf(choices, values);
    fields.forEach((field, i) => {
      field.checked = places.has(i);
    });
  };
  element.addEventListener("input", () => {
    places = new Set(fields.flatMap((field, i) => (field.checked ? [i] : [])));
  });
  const chosen = () => choices.filter((_, i) => places.has(i)).map(({ value }) => value);
  const inAddress = ofOptions(choices.map(({ value }) => value));
  return { element, label, set, chosen, say: () => sayChoices(choices, places), inAddress };
}

/** One of several, all in sight, as `Inputs.radio`: its default is none, which is null. */
export function radio(data: ChoiceData, options: ChoiceOptions = {}): ControlElement<unknown> {
  const { element, label, set, chosen, say, inAddress } = boxes("radio", data, options);
  if (options.value !== undefined && options.value !== null) set([options.value]);
  const get = () => chosen()[0] ?? null;
  return withValue(element, { label, get, set: (value) => set([value]), say, inAddress });
}

/** Any of several, as `Inputs.checkbox`: its value is an array, empty by default. */
export function checkbox(
  data: ChoiceData,
  options: ChoiceOptions = {},
): ControlElement<readonly unknown[]> {
  const { element, label, set, chosen, say } = boxes("checkbox", data, options);
  set((options.value as Iterable<unknown> | undefined) ?? []);
  return withValue(element, { label, get: chosen, set, say });
}
