/** What a notebook may be asked for besides what its project knows: a value of its own. */
export type ParamValue = number | string | boolean;

/** A parameter that a notebook declares, by its default: its type is that of the default. */
export interface Param {
  readonly name: string;
  readonly byDefault: ParamValue;
}

/** Values of parameters by name. */
export type ParamValues = Readonly<Record<string, ParamValue>>;

const typeWords = { number: "a number", string: "text", boolean: "true or false" } as const;

/** What a parameter takes, in words: `year (a number, 2024 where it is not given)`. */
export function paramWords({ name, byDefault }: Param): string {
  const type = typeWords[typeof byDefault as keyof typeof typeWords];
  const shown = typeof byDefault === "string" ? JSON.stringify(byDefault) : String(byDefault);
  return `${name} (${type}, ${shown} where it is not given)`;
}

/** A text as a value of a parameter's type; null where it is none. */
function toValue(text: string, byDefault: ParamValue): ParamValue | null {
  if (typeof byDefault === "string") return text;
  if (typeof byDefault === "boolean")
    return text === "true" ? true : text === "false" ? false : null;
  const value = Number(text);
  return text.trim() !== "" && Number.isFinite(value) ? value : null;
}

/**
 * Values from texts, as a command line or an address gives them. What is the default anyway is left
 * out. `onProblem` is called with what is wrong with one: its name, and why.
 */
export function readParams(
  given: Iterable<readonly [name: string, text: string]>,
  params: readonly Param[],
  onProblem: (name: string, message: string) => void,
): ParamValues {
  const values: Record<string, ParamValue> = {};
  for (const [name, text] of given) {
    const param = params.find((one) => one.name === name);
    const value = param && toValue(text, param.byDefault);
    if (!param) onProblem(name, "the notebook takes no such parameter");
    else if (value === null || value === undefined)
      onProblem(
        name,
        `expected ${typeWords[typeof param.byDefault as keyof typeof typeWords]}: ${text || "(blank)"}`,
      );
    else if (value !== param.byDefault) values[name] = value;
  }
  return values;
}

/** What cells read as `params`: what the project gives, with the notebook's own in their types. */
export function withParams<T extends Readonly<Record<string, unknown>>>(
  values: T,
  params: readonly Param[],
  own: ParamValues = {},
): T {
  if (params.length === 0) return values;
  const defaults = params.map(({ name, byDefault }) => [name, byDefault]);
  const given = values.params as object | undefined;
  return {
    ...values,
    params: Object.freeze({ ...Object.fromEntries(defaults), ...own, ...given }),
  };
}

/** What a reader must know of a report that was made with other values than the defaults. */
export function paramsSaid(own: ParamValues = {}): string[] {
  const said = Object.entries(own).map(([name, value]) => `${name} is ${String(value)}`);
  return said.length === 0 ? [] : [`This was made with values of its own: ${said.join(", ")}.`];
}
