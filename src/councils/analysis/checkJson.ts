/** An object as JSON has them. A record of a dataset may inherit from an object that holds nothing. */
function isRecord(value: object): boolean {
  const inherits: unknown = Object.getPrototypeOf(value);
  if (inherits === Object.prototype) return true;
  return (
    typeof inherits === "object" &&
    inherits !== null &&
    Object.getPrototypeOf(inherits) === Object.prototype &&
    Reflect.ownKeys(inherits).length === 0
  );
}

/**
 * Throws a TypeError that names where a value is not plain JSON: NaN and infinite numbers, which
 * JSON would turn to null without a word, undefined, functions. `at` is how the value is called.
 */
export function checkJson(value: unknown, at: string): void {
  if (value === null || typeof value === "string" || typeof value === "boolean") return;
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`${at}: not a finite number: ${value}`);
    return;
  }
  if (Array.isArray(value)) {
    value.forEach((one, i) => checkJson(one, `${at}.${i}`));
    return;
  }
  if (typeof value !== "object" || !isRecord(value))
    throw new TypeError(`${at}: not plain JSON: ${typeof value}`);
  for (const [key, one] of Object.entries(value)) checkJson(one, `${at}.${key}`);
}
