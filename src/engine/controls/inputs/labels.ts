/** A label as Observable takes one: text, or an element of which the text is taken. */
export type Label = string | Node | null | undefined;

export interface CommonOptions {
  readonly label?: Label;
  readonly disabled?: boolean | readonly unknown[];
}

/** A control's name. Every control needs one, so that those who cannot see it know what it is. */
export function labelText(label: Label, otherwise: string): string {
  const text = typeof label === "string" ? label : (label?.textContent ?? "");
  return text.replace(/\s+/g, " ").trim() || otherwise;
}

type Field = HTMLElement & { disabled: boolean };

export function disable(field: Field, { disabled }: CommonOptions): void {
  if (disabled === true) field.disabled = true;
}
