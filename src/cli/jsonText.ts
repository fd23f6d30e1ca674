import { fileNumber } from "../fileNumber.js";

/**
 * A result as a command prints it: numbers with the twelve digits that files hold, so that every
 * version of Node prints the same. `replace` may give other values first.
 */
export function jsonText(
  value: unknown,
  replace: (key: string, value: unknown) => unknown = (_, one) => one,
): string {
  const plain = (key: string, one: unknown): unknown => {
    const replaced = replace(key, one);
    return typeof replaced === "number" ? fileNumber(replaced) : replaced;
  };
  return `${JSON.stringify(value, plain, 2)}\n`;
}
