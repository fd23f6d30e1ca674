import { messageOf } from "../errors.js";
import { checkBytes } from "./checkBytes.js";
import type { Problem } from "./problem.js";

/** The object in a JSON file, or the first thing wrong with the file. */
export function readJsonObject(bytes: Buffer): { readonly json: object } | Problem {
  const { text, problems } = checkBytes(bytes);
  if (problems.length > 0) return problems[0];
  const problem = (what: string, value: string) => ({ line: 1, column: "file", what, value });
  let json: unknown;
  try {
    json = JSON.parse(text.toString("utf8"));
  } catch (error) {
    return problem("expected JSON", messageOf(error));
  }
  if (typeof json === "object" && json !== null && !Array.isArray(json)) return { json };
  // A long one may be too deep to be written again.
  const shown = text.length > 1000 ? text.toString("utf8", 0, 100) : JSON.stringify(json);
  return problem("expected a JSON object", shown);
}
