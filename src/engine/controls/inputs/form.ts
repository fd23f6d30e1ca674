import { withValue, type ControlElement } from "../control.js";

type Fields =
  readonly ControlElement<unknown>[] | Readonly<Record<string, ControlElement<unknown>>>;

/** Several inputs as one, as `Inputs.form`: an array of their values, or an object of them. */
export function form(
  inputs: Fields,
  { template }: { readonly template?: (inputs: Fields) => HTMLElement } = {},
): ControlElement<unknown> {
  const entries = Object.entries(inputs as Readonly<Record<string, ControlElement<unknown>>>);
  const isList = Array.isArray(inputs);
  const element = template ? template(inputs) : document.createElement("div");
  if (!template) element.append(...entries.map(([, input]) => input));
  const values = () =>
    isList
      ? entries.map(([, input]) => input.value)
      : Object.fromEntries(entries.map(([key, input]) => [key, input.value]));
  return withValue<unknown>(element, {
    label: "Choices",
    get: values,
    set: (given) => {
      for (const [key, input] of entries) input.value = (given as Record<string, unknown>)[key];
    },
    say: () =>
      entries.map(([, { block }]) => `${block.label}: ${block.value}`).join("; ") || "none",
  });
}
