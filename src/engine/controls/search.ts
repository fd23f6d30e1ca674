import { everything } from "../report/block.js";
import { ofPrivate, toControl, type CommonOptions, type ControlElement } from "./control.js";

export interface SearchOptions extends CommonOptions {
  readonly label: string;
  /** The default; empty where it is left out. */
  readonly value?: string;
  /** Words to suggest while typing. */
  readonly suggestions?: readonly string[];
  /** Whether a text is what is looked for, where not every text is: others are marked as unknown. */
  readonly isKnown?: (typed: string) => boolean;
}

let lists = 0;

/** A field to search with. Its value is what was typed, without spaces around it. */
export function search(options: SearchOptions): ControlElement<string> {
  const { label, value = "", isKnown = () => true } = options;
  const suggestions = [...(options.suggestions ?? [])];
  const field = document.createElement("input");
  field.type = "search";
  field.value = value;
  const list = document.createElement("datalist");
  if (suggestions.length > 0) {
    list.id = `ninefold-suggestions-${++lists}`;
    field.setAttribute("list", list.id);
    // Nobody sees them before; many pages made in one run would make them all each time.
    const suggest = () => {
      for (const suggestion of suggestions) {
        const option = list.ownerDocument.createElement("option");
        option.value = suggestion;
        list.append(option);
      }
    };
    field.addEventListener("focus", suggest, { once: true });
  }
  const mark = () => {
    if (isKnown(field.value.trim())) field.removeAttribute("aria-invalid");
    else field.setAttribute("aria-invalid", "true");
  };
  mark();
  field.addEventListener("input", mark);
  return toControl({
    label,
    ...ofPrivate(options.isPrivate),
    field,
    after: suggestions.length > 0 ? [list] : [],
    get: () => field.value.trim(),
    set: (typed) => {
      field.value = typed;
      mark();
    },
    say: (typed) => (typed === "" ? everything : typed),
  });
}
