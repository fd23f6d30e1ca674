/** How many parts of a value are written, and how deep. */
const longest = 20;
const deepest = 2;
const longestText = 200;

const isPlainKey = (key: string) => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key);

/** The name of what made an object, or nothing for a plain one. */
function maker(value: object): string {
  const prototype = Object.getPrototypeOf(value) as { constructor?: { name?: unknown } } | null;
  const name = prototype?.constructor?.name;
  return typeof name === "string" ? name : "Object";
}

function textOf(text: string): string {
  const held = text.length > longestText ? `${text.slice(0, longestText)}…` : text;
  return JSON.stringify(held);
}

function parts(entries: Iterable<string>, open: string, close: string): string {
  const written: string[] = [];
  for (const entry of entries) {
    if (written.length === longest) {
      written.push("…");
      break;
    }
    written.push(entry);
  }
  return `${open}${written.join(", ")}${close}`;
}

function* mapped<T>(values: Iterable<T>, write: (value: T) => string): Generator<string, void> {
  for (const value of values) yield write(value);
}

function objectText(value: object, depth: number, above: readonly object[]): string {
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  if (value instanceof RegExp) return String(value);
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if ("nodeType" in value && "nodeName" in value) {
    const name = (value as { localName?: unknown }).localName;
    return typeof name === "string" ? `<${name}>` : String(value.nodeName);
  }
  if (above.includes(value)) return "[circular]";
  const inner = (part: unknown) => inspectValue(part, depth + 1, [...above, value]);
  const name = maker(value);
  const isDeep = depth >= deepest;
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    const length = "length" in value ? Number(value.length) : 0;
    if (isDeep) return `${name}(${length})`;
    return `${name}(${length}) ${parts(mapped(value as Iterable<unknown>, inner), "[", "]")}`;
  }
  if (value instanceof Map) {
    if (isDeep) return `${name}(${value.size})`;
    const entry = ([key, held]: [unknown, unknown]) => `${inner(key)} => ${inner(held)}`;
    return `${name}(${value.size}) ${parts(mapped(value, entry), "{", "}")}`;
  }
  if (value instanceof Set) {
    if (isDeep) return `${name}(${value.size})`;
    return `${name}(${value.size}) ${parts(mapped(value, inner), "{", "}")}`;
  }
  if (isDeep) return `${name} {…}`;
  const keys = Object.keys(value);
  const entry = (key: string) =>
    `${isPlainKey(key) ? key : JSON.stringify(key)}: ${inner((value as Record<string, unknown>)[key])}`;
  return `${name} ${parts(mapped(keys, entry), "{", "}")}`;
}

/** A value in words, as Observable shows one: its kind, how many parts it has, and the first of them. */
export function inspectValue(value: unknown, depth = 0, above: readonly object[] = []): string {
  switch (typeof value) {
    case "string":
      return textOf(value);
    case "bigint":
      return `${value}n`;
    case "symbol":
      return value.toString();
    case "function": {
      const isClass = /^class\b/.test(Function.prototype.toString.call(value));
      return `${isClass ? "class" : "ƒ"} ${value.name || "anonymous"}${isClass ? "" : "()"}`;
    }
    case "object":
      return value === null ? "null" : objectText(value, depth, above);
    default:
      return String(value);
  }
}
