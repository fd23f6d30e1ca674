import { search as searchField } from "../search.js";
import { withValue, type ControlElement } from "../control.js";
import { labelText, type CommonOptions } from "./labels.js";

export interface SearchOptions extends CommonOptions {
  readonly query?: string;
  readonly value?: string;
  /** The properties that are searched; all where they are left out. */
  readonly columns?: readonly string[];
  /** Whether what is typed finds a row. */
  readonly filter?: (query: string) => (row: unknown) => boolean;
}

const textOf = (value: unknown): string =>
  typeof value === "string" ? value : (JSON.stringify(value) ?? "");

/** Whether a row has each of the words that were typed, at the beginning of one of its own. */
function wordFilter(columns: readonly string[] | undefined) {
  return (query: string) => {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    return (row: unknown) => {
      const values =
        typeof row === "object" && row !== null
          ? (columns ?? Object.keys(row)).map((key) => (row as Record<string, unknown>)[key])
          : [row];
      const found = values
        .filter((value) => value !== null && value !== undefined)
        .flatMap((value) =>
          textOf(value)
            .toLowerCase()
            .split(/[\s,;:/()]+/),
        );
      return words.every((word) => found.some((one) => one.startsWith(word)));
    };
  };
}

/** A field that narrows rows down, as `Inputs.search`: its value is the rows that are found. */
export function search(
  data: Iterable<unknown>,
  options: SearchOptions = {},
): ControlElement<readonly unknown[]> {
  const rows = [...data];
  const filter = options.filter ?? wordFilter(options.columns);
  const label = labelText(options.label, "Search");
  const typed = searchField({ label, value: options.query ?? options.value ?? "" });
  const element = document.createElement("div");
  element.append(...Array.from(typed.childNodes));
  const output = document.createElement("output");
  const found = () => (typed.value === "" ? rows : rows.filter(filter(typed.value)));
  const say = () => `${found().length} of ${rows.length} found`;
  const tell = () => {
    output.textContent = say();
  };
  tell();
  element.append(" ", output);
  element.addEventListener("input", tell);
  return withValue<readonly unknown[]>(element, {
    label,
    get: found,
    set: () => {
      throw new TypeError(`${label}: what is found follows from what is typed`);
    },
    say: () => (typed.value === "" ? "everything" : typed.value),
  });
}
