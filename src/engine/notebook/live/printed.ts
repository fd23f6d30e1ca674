import { blockOf } from "../blockOf.js";

/** Keeps in a control what is printed of it: its label and its value as text, nothing where it is empty. */
export function keepPrinted(control: HTMLElement): void {
  const block = blockOf(control);
  if (block?.kind !== "control" || !control.querySelector("input, select, textarea")) return;
  const printed = document.createElement("p");
  printed.className = "printed";
  const write = () => {
    const { value, said = "" } = control as HTMLElement & { value?: unknown; said?: string };
    const isEmpty = value === "" || value === null || value === undefined;
    printed.textContent = isEmpty || said === "" ? "" : `${block.label}: ${said}`;
  };
  write();
  control.append(printed);
  control.addEventListener("input", write);
  // What a cell set by itself.
  window.addEventListener("beforeprint", write);
}
