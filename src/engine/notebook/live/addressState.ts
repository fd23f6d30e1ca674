import { blockOf } from "../blockOf.js";
import { formOf, type AddressForm } from "./addressForm.js";
import { addressNote, noteElement } from "./addressNote.js";
import type { LiveCell } from "./liveNotebook.js";

/** A control, as far as an address is concerned. */
type Valued = HTMLElement & {
  value: unknown;
  /** Null for what stays out of every address. */
  readonly inAddress?: AddressForm<unknown> | null;
  /** Its value as a reader would say it. */
  readonly said?: string;
};

interface Kept {
  readonly control: Valued;
  readonly isInAddress: boolean;
  readonly isDefault: () => boolean;
}

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

/** Sets a control to what a text stands for. Gives whether it is a value of the control. */
function setTo(control: Valued, form: AddressForm<unknown>, text: string): boolean {
  const value = form.read(text);
  if (value === undefined) return false;
  const first = control.value;
  try {
    control.value = value;
    if (form.write(control.value)?.trim() === form.write(value)?.trim()) return true;
  } catch (error) {
    // What is out of a control's bounds: its default stands.
    if (!(error instanceof RangeError)) throw error;
  }
  control.value = first;
  return false;
}

/** Says in a control that the address asks for what it has not, until a reader changes it. */
function sayUnknown(control: Valued, words: string, id: string): void {
  const note = noteElement(words);
  note.id = id;
  control.append(note);
  const field = control.querySelector("input, select, textarea");
  field?.setAttribute("aria-describedby", id);
  const forget = () => {
    note.remove();
    field?.removeAttribute("aria-describedby");
  };
  control.addEventListener("input", forget, { once: true });
}

export interface AddressState {
  /** Sets a control of a cell to what the address asks for, and has the address follow it. */
  readonly keep: (control: HTMLElement, cell: Pick<LiveCell, "id" | "follows">) => void;
  /** Whether every control has its default. */
  readonly isDefault: () => boolean;
  /** Whether a reader entered what the address does not hold. */
  readonly leavesOut: () => boolean;
}

/**
 * Keeps what a reader chooses in the page's address, so that a link to it shows the same. A
 * parameter that the notebook reads sets the controls that follow it; where another control has its
 * name, that one has a name of its own in the address. What an address cannot hold, such as a form of
 * many fields, and what is private stays out of it.
 */
export function addressState(asks: ReadonlySet<string>): AddressState {
  const asked = new URLSearchParams(location.search);
  const owners = new Map<string, number>();
  const seen = new Set<string>();
  const pending = new Map<string, string | null>();
  let all: readonly Kept[] = [];
  let timer: number | undefined;
  const follow = () => {
    const { search, pathname, hash } = location;
    const now = new URLSearchParams(search);
    for (const [name, text] of pending)
      if (text === null) now.delete(name);
      else now.set(name, text);
    pending.clear();
    const query = String(now).replaceAll("%2C", ",");
    history.replaceState(history.state, "", `${pathname}${query && `?${query}`}${hash}`);
  };
  const followLater = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(follow, rest);
  };
  /** A name that nothing else on the page has. */
  const nameOf = (label: string, { id, follows = [] }: Pick<LiveCell, "id" | "follows">) => {
    const first = addressName(label);
    const isFree = (name: string) =>
      (owners.get(name) ?? id) === id && (!asks.has(name) || follows.includes(name));
    let name = first;
    for (let n = 2; first !== "" && !isFree(name); n += 1) name = `${first}-${n}`;
    owners.set(name, id);
    return name;
  };
  return {
    isDefault: () => all.every(({ control, isDefault }) => !control.isConnected || isDefault()),
    leavesOut: () =>
      all.some((one) => one.control.isConnected && !one.isInAddress && !one.isDefault()),
    keep(element, cell) {
      const control = element as Valued;
      const block = blockOf(control);
      if (block?.kind !== "control") return;
      const { inAddress = formOf(control.value) } = control;
      const name = inAddress === null ? "" : nameOf(block.label, cell);
      const form = name === "" ? null : inAddress;
      const said = () => control.said ?? String(control.value);
      const atFirst = said();
      all = [
        ...all.filter((one) => one.control.isConnected),
        { control, isInAddress: form !== null, isDefault: () => said() === atFirst },
      ];
      if (form === null) return;
      const first = form.write(control.value);
      const isFollowed = asks.has(name) && asked.has(name);
      const record = () => {
        // What nobody knows is not handed on.
        if (control.querySelector('[aria-invalid="true"]')) return;
        const text = form.write(control.value);
        pending.set(name, text === first && !isFollowed ? null : text);
        followLater();
      };
      const text = asked.get(name);
      // A control that a cell made anew begins with its default, and the address with it.
      if (seen.has(name)) record();
      else if (text !== null && !asks.has(name) && !setTo(control, form, text) && text.trim()) {
        const words = addressNote(block.label, text, block.value);
        sayUnknown(control, words, `unknown-${name}`);
      }
      seen.add(name);
      control.addEventListener("input", record);
    },
  };
}
