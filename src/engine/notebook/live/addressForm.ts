/** How an address holds the value of a control. */
export interface AddressForm<T> {
  /** A value as text; null for one that an address cannot hold. */
  readonly write: (value: T) => string | null;
  /** The value that a text stands for, as anybody may have typed it; undefined where it is none. */
  readonly read: (text: string) => T | undefined;
}

/** What an address can hold of a control as it is. */
type Held = string | number | boolean;

const isHeld = (value: unknown): value is Held =>
  ["string", "number", "boolean"].includes(typeof value);

const write = (value: unknown) => (isHeld(value) ? String(value) : null);

const toNumber = (text: string) =>
  text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : undefined;

const plain = (text: string) => text.trim().toLowerCase();

/** A field that takes any text. */
const ofText: AddressForm<unknown> = { write, read: (text) => text };
const ofNumber: AddressForm<unknown> = { write, read: toNumber };
const ofTruth: AddressForm<unknown> = {
  write,
  read: (text) => ["true", "false"].find((one) => one === plain(text))?.startsWith("t"),
};

/** The form of a control that says nothing of it, by a value of its own; null where it has none. */
export function formOf(value: unknown): AddressForm<unknown> | null {
  if (typeof value === "string") return ofText;
  if (typeof value === "number") return ofNumber;
  return typeof value === "boolean" ? ofTruth : null;
}

/** One of some options, which a text names in large or small letters. */
export function ofOptions<T>(options: readonly T[]): AddressForm<T> {
  return {
    write,
    read(text) {
      const held = options.filter(isHeld);
      return (
        held.find((one) => String(one) === text) ??
        held.find((one) => plain(String(one)) === plain(text))
      );
    },
  };
}

/** Some numbers, with commas between them. */
export function ofNumbers(length: number): AddressForm<readonly number[]> {
  return {
    write: (values) => values.join(","),
    read(text) {
      const values = text.split(",").flatMap((part) => toNumber(part) ?? []);
      return values.length === length && text.split(",").length === length ? values : undefined;
    },
  };
}
