import { blockOf } from "../blockOf.js";

/** What an address can hold of a control. */
type Held = string | number | boolean;

type Valued = HTMLElement & { value: unknown };

/** How long a reader has stopped changing a control before its address follows, in milliseconds. */
const rest = 200;

/** The name by which an address holds a control: its label in lower-case words with hyphens. */
export function addressName(label: string): string {
  return label
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

const isHeld = (value: unknown): value is Held =>
  ["string", "number", "boolean"].includes(typeof value);

/** A text of an address as a value of the same kind as another; undefined where it is none. */
function readAs(value: Held, text: string): Held | undefined {
  if (typeof value === "string") return text;
  if (typeof value === "number")
    return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : undefined;
  return text === "true" || text === "false" ? text === "true" : undefined;
}

/** Says beside a control that the address asks for what it has not. */
function sayUnknown(control: Valued, label: string, asked: string): void {
  const note = document.createElement("p");
  note.className = "note";
  note.setAttribute("role", "status");
  note.textContent = `The address of this page asks for “${asked}”, which is no choice of “${label}”. The page shows ${String(control.value) || "everything"}.`;
  queueMicrotask(() => control.after(note));
}

export interface AddressState {
  /** Sets a control to what the address asks for, and has the address follow it from then on. */
  readonly keep: (control: HTMLElement) => void;
}

/**
 * Keeps what a reader chooses in the page's address, so that a link to it shows the same. Names that
 * the notebook reads itself are set by it, and follow all the same. A control of several values,
 * such as a form of scores, is the reader's own and stays out of the address.
 */
export function addressState(isReadByNotebook: (name: string) => boolean): AddressState {
  const asked = new URLSearchParams(location.search);
  const seen = new Set<string>();
  const pending = new Map<string, string | null>();
  let timer: number | undefined;
  const follow = () => {
    const { search, pathname, hash } = location;
    const now = new URLSearchParams(search);
    for (const [name, text] of pending)
      if (text === null) now.delete(name);
      else now.set(name, text);
    pending.clear();
    history.replaceState(history.state, "", `${pathname}${now.size > 0 ? `?${now}` : ""}${hash}`);
  };
  return {
    keep(element) {
      const control = element as Valued;
      const block = blockOf(control);
      const first = control.value;
      if (block?.kind !== "control" || !isHeld(first)) return;
      const name = addressName(block.label);
      if (name === "") return;
      const text = asked.get(name);
      // Later, a cell made the control anew: the address has what was last chosen.
      if (text !== null && !seen.has(name) && !isReadByNotebook(name)) {
        const value = readAs(first, text);
        if (value !== undefined) control.value = value;
        if (value === undefined || control.value !== value) {
          control.value = first;
          sayUnknown(control, block.label, text);
        }
      }
      seen.add(name);
      control.addEventListener("input", () => {
        const { value } = control;
        if (!isHeld(value)) return;
        pending.set(name, value === first && !asked.has(name) ? null : String(value));
        window.clearTimeout(timer);
        timer = window.setTimeout(follow, rest);
      });
    },
  };
}
