import { quotable } from "../../report/quotable.js";

/** Says that an address asks for what nobody knows, and what the page shows in its place. */
export function addressNote(name: string, asked: string, shown: string): string {
  return `The address of this page gives “${quotable(asked)}” for “${name}”, which is not known. The page shows the default: ${shown}.`;
}

/** The sentence as an element. */
export function noteElement(text: string): HTMLElement {
  const note = document.createElement("p");
  note.className = "note address-note";
  note.textContent = text;
  return note;
}
