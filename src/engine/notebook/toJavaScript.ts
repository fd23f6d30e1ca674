import { SourceMap } from "node:module";
import { stripVTControlCharacters } from "node:util";
import { parseSync, transformSync } from "rolldown/utils";
import { lineOf, lineStarts, type Source } from "./sourceLines.js";

type Program = ReturnType<typeof parseSync>["program"];

/** Whether the source is one expression in parentheses, which a cell displays. */
function isExpression({ body }: Program): boolean {
  const [statement] = body;
  if (body.length !== 1 || statement.type !== "ExpressionStatement") return false;
  if (statement.expression.type !== "ParenthesizedExpression") return false;
  const { expression } = statement.expression;
  const isDefinition =
    expression.type === "ClassExpression" || expression.type === "FunctionExpression";
  return !(isDefinition && expression.id);
}

function syntaxError(value: string, offset: number, message: string): SyntaxError {
  const starts = lineStarts(value);
  const line = lineOf(starts, offset);
  return new SyntaxError(`${message} (${line + 1}:${offset - starts[line]})`);
}

/**
 * An enum is more than a type, and the compiler drops one whose members are all that is used, which
 * another cell would then miss. Node's own handling of TypeScript refuses them too.
 */
function refuseEnums(value: string): void {
  const found = parseSync("cell.ts", value).program.body.find(
    ({ type }) => type === "TSEnumDeclaration",
  );
  if (found)
    throw syntaxError(value, found.start, "an enum is no type: write const NAME = {A: 1, B: 2}");
}

/** What the compiler says is wrong, without its drawing of the place. */
function plainMessage(message: string): string {
  const [first] = stripVTControlCharacters(message).split("\n");
  return first.replace(/^\[\w+\] /, "").trim();
}

/**
 * A TypeScript cell as JavaScript: types go, everything else stays. A single expression stays one,
 * so that it is displayed. Throws a SyntaxError whose message ends with its line and column.
 */
export function toJavaScript(value: string): Source {
  const wrapped = `(${value}\n)`;
  const parsed = parseSync("cell.ts", wrapped);
  const isWhole = parsed.errors.length === 0 && isExpression(parsed.program);
  if (!isWhole) refuseEnums(value);
  const output = transformSync("cell.ts", isWhole ? wrapped : value, {
    lang: "ts",
    sourceType: "module",
    sourcemap: true,
    typescript: { onlyRemoveTypeImports: true },
  });
  const [error] = output.errors;
  if (error) {
    const { pos = 0 } = error as { pos?: number };
    throw syntaxError(value, pos, plainMessage(error.message));
  }
  let javascript = output.code;
  if (isWhole) javascript = javascript.replace(/;\s*$/, "");
  const map = new SourceMap(output.map as unknown as ConstructorParameters<typeof SourceMap>[0]);
  const generated = lineStarts(javascript);
  const original = lineStarts(isWhole ? wrapped : value);
  const origin = (offset: number) => {
    const line = lineOf(generated, offset);
    const entry = map.findEntry(line, offset - generated[line]);
    if (!("originalLine" in entry)) return 0;
    const start = original[entry.originalLine] + entry.originalColumn - (isWhole ? 1 : 0);
    return Math.max(0, Math.min(start, value.length));
  };
  return { javascript, origin };
}
