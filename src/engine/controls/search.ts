import { everything } from "../report/block.js";
import { toControl, type ControlElement } from "./control.js";

export interface SearchOptions {
  readonly label: string;
  /** The default; empty where it is left out. */
  readonly value?: string;
  /** Words to suggest while typing. */
  readonly suggestions?: readonly string[];
}

let lists = 0;

/** A field to search with. Its value is what was typed, without spaces around it. */
export function search(options: SearchOptions): ControlElement<string> {
  const { label, value = "" } = options;
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
  return toControl({
    label,
    field,
    after: suggestions.length > 0 ? [list] : [],
    get: () => field.value.trim(),
    set: (typed) => {
      field.value = typed;
    },
    say: (typed) => (typed === "" ? everything : typed),
  });
}
