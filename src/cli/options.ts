import { Argument, InvalidArgumentError, Option } from "commander";
import type { Format } from "../engine/report/formats.js";
import type { GivenParam } from "./paramNames.js";
import { published } from "./published.js";

/** Reads a list of forms, of those that a command makes. */
export const toFormats =
  (known: readonly Format[]) =>
  (text: string): readonly Format[] => {
    const names = text.split(",").map((name) => name.trim());
    const unknown = names.filter((name) => !known.some((format) => format === name));
    if (unknown.length > 0)
      throw new InvalidArgumentError(`expected some of ${known.join(", ")}: ${unknown.join(", ")}`);
    return known.filter((format) => names.includes(format));
  };

export function toWorkers(text: string): number {
  const workers = Number(text);
  if (!/^\d{1,3}$/.test(text) || workers < 1)
    throw new InvalidArgumentError("expected a number from 1 to 999");
  return workers;
}

export function toPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65535)
    throw new InvalidArgumentError("expected a number from 1 to 65535");
  return port;
}

/** Seconds as milliseconds. */
export function toTimeout(text: string): number {
  const seconds = Number(text);
  if (!/^\d{1,5}$/.test(text) || seconds < 1 || seconds > 86_400)
    throw new InvalidArgumentError("expected a number of seconds from 1 to 86400");
  return 1000 * seconds;
}

function toParams(text: string, before: readonly GivenParam[] = []): readonly GivenParam[] {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("expected name=value, as in year=2024");
  return [...before, [text.slice(0, at).trim(), text.slice(at + 1)]];
}

/** An address that pages lie below, with a slash at its end. */
export function toBaseUrl(text: string): string {
  const address = URL.canParse(text) ? new URL(text) : null;
  if (address === null || !/^https?:$/.test(address.protocol) || /[?#]/.test(text))
    throw new InvalidArgumentError("expected an address such as https://example.org/ratings/");
  return address.href.endsWith("/") ? address.href : `${address.href}/`;
}

export function toPages(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError("expected a number from 1");
  return Number(text);
}

/** Adds a name to those that were given before it. */
export const toNames = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  text,
];

export const notebooksArgument = () =>
  new Argument("[notebook...]", `names of notebooks, or paths; by default ${published.join(", ")}`);

export const paramOption = () =>
  new Option(
    "--param <name=value>",
    "a value for a parameter of the notebook's own; may be given again",
  ).argParser(toParams);

export const dataOption = () =>
  new Option(
    "--data <dir>",
    "read the data from this directory; what it lacks comes with Ninefold",
  );

export const asAtOption = () =>
  new Option(
    "--as-at <date>",
    "as on this day, such as 2025-06-01: what was known to be published by it, with the ratings of then",
  );

export const timeoutOption = () =>
  new Option(
    "--timeout <seconds>",
    "how long a notebook may run without any of its cells being done; 30 by default",
  ).argParser(toTimeout);

export const setOption = () =>
  new Option(
    "--set <set>",
    "complete: reports up to the date to which the data are complete; all: every report known",
  ).choices(["complete", "all"]);
