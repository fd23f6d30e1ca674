import { withValue, type ControlElement } from "../control.js";
import { labelText, type CommonOptions, type Label } from "./labels.js";

type Reduce = (value: unknown) => unknown;

export interface ButtonOptions extends CommonOptions {
  readonly value?: unknown;
  /** What a click makes of the value; one more where it is left out. */
  readonly reduce?: Reduce;
}

/** A button, or several with what each does, as `Inputs.button`: its value counts clicks. */
export function button(
  content: Label | readonly (readonly [Label, Reduce])[] = "Run",
  options: ButtonOptions = {},
): ControlElement<unknown> {
  const count: Reduce = (value) => Number(value) + 1;
  const all: readonly (readonly [Label, Reduce])[] = Array.isArray(content)
    ? (content as readonly (readonly [Label, Reduce])[])
    : [[content as Label, options.reduce ?? count]];
  let value = options.value ?? (Array.isArray(content) ? null : options.reduce ? undefined : 0);
  const element = document.createElement("div");
  const names = all.map(([name]) => labelText(name, "Run"));
  const label = labelText(options.label, names.join(", "));
  all.forEach(([, reduce], i) => {
    const field = document.createElement("button");
    field.type = "button";
    field.textContent = names[i];
    if (options.disabled === true) field.disabled = true;
    field.addEventListener("click", () => {
      value = reduce(value);
      element.dispatchEvent(new CustomEvent("input", { bubbles: true }));
    });
    element.append(field, " ");
  });
  return withValue<unknown>(element, {
    label,
    get: () => value,
    set: (next) => {
      value = next;
    },
    say: () => "not pressed",
  });
}
