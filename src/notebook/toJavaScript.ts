import { SourceMap } from "node:module";
import type TypeScript from "typescript";

/** JavaScript, and where an offset in it comes from. */
export interface Source {
  readonly javascript: string;
  /** The offset in the cell's value that an offset in the JavaScript comes from. */
  readonly origin: (offset: number) => number;
}

/** The offset of each line's first character. */
export function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n?|\n/g), ({ 0: end, index }) => index + end.length)];
}

/** The line, from 0, that an offset is in. */
export function lineOf(starts: readonly number[], offset: number): number {
  return starts.findLastIndex((start) => start <= offset);
}

/** Whether the source is one expression in parentheses, which a cell displays. */
function isExpression(ts: typeof TypeScript, source: string): boolean {
  const { statements } = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ESNext);
  const [statement] = statements;
  if (statements.length !== 1 || !statement || !ts.isExpressionStatement(statement)) return false;
  if (!ts.isParenthesizedExpression(statement.expression)) return false;
  const { expression } = statement.expression;
  const isDefinition = ts.isClassExpression(expression) || ts.isFunctionExpression(expression);
  return !(isDefinition && expression.name);
}

/**
 * A TypeScript cell as JavaScript: types go, everything else stays. A single expression stays one,
 * so that it is displayed. Throws a SyntaxError whose message ends with its line and column.
 */
export function toJavaScript(ts: typeof TypeScript, value: string): Source {
  const transpile = (source: string) =>
    ts.transpileModule(source, {
      fileName: "cell.ts",
      reportDiagnostics: true,
      compilerOptions: {
        target: ts.ScriptTarget.ESNext,
        module: ts.ModuleKind.Preserve,
        verbatimModuleSyntax: true,
        sourceMap: true,
      },
    });
  const wrapped = `(${value}\n)`;
  const expression = isExpression(ts, wrapped) ? transpile(wrapped) : undefined;
  const isWhole = expression?.diagnostics?.length === 0;
  const output = expression && isWhole ? expression : transpile(value);
  const [diagnostic] = output.diagnostics ?? [];
  if (diagnostic) {
    const { start = 0, messageText } = diagnostic;
    const starts = lineStarts(value);
    const line = lineOf(starts, start);
    const message = ts.flattenDiagnosticMessageText(messageText, " ");
    throw new SyntaxError(`${message} (${line + 1}:${start - starts[line]})`);
  }
  let javascript = output.outputText.replace(/\/\/# sourceMappingURL=.*\s*$/, "");
  if (isWhole) javascript = javascript.replace(/;\s*$/, "");
  const map = new SourceMap(
    JSON.parse(output.sourceMapText!) as ConstructorParameters<typeof SourceMap>[0],
  );
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
