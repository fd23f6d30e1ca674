import type { ObservableKit } from "./notebookKit.js";
import { lineOf, lineStarts, type Source } from "./sourceLines.js";

/** JavaScript of a cell in Observable's own language, and the variable that holds its value. */
export interface OjsSource extends Source {
  readonly output?: string;
}

const bare = (output: string) => output.replace(/^(?:viewof\$|mutable )/, "");

/**
 * A cell in Observable's own language as one of JavaScript: `viewof x` defines the control as
 * `viewof$x` and its value as `x`; `mutable x` defines `x`, and what sets it as `mutable$x`. Throws a
 * SyntaxError whose message ends with its line and column.
 */
export function ojsToJavaScript(value: string, kit: ObservableKit): OjsSource {
  const { body } = kit.parseCell(value);
  if (!body) return { javascript: "", origin: () => 0 };
  if (body.type === "ImportDeclaration") {
    const from = String(body.source?.value);
    const why = /^\.{0,2}\//.test(from)
      ? "a cell in Observable's own language imports notebooks of Observable's alone: write import in a cell of type module, of a JavaScript file"
      : "a notebook on another host is not to be had: copy the cells that it needs into this one";
    throw new SyntaxError(`import from "${from}": ${why} (1:0)`);
  }
  const { body: code, inputs, output, autoview, automutable } = kit.transpileObservable(value);
  const call = `(${code})(${(inputs ?? []).join(", ")})`;
  const first = lineOf(lineStarts(value), body.start);
  const original = lineStarts(value);
  const source = (javascript: string): Source => {
    const generated = lineStarts(javascript);
    // The function's own line comes before what the cell says.
    const lineIn = (offset: number) => Math.max(0, first + lineOf(generated, offset) - 1);
    return { javascript, origin: (offset) => original[lineIn(offset)] ?? 0 };
  };
  if (output === undefined) return source(call);
  const name = bare(output);
  if (autoview)
    return source(
      `const viewof$${name} = display(await ${call}); const ${name} = Generators.input(viewof$${name});`,
    );
  if (automutable)
    return source(
      `const ${name} = Mutable(await ${call}); const mutable$${name} = {get value() { return ${name}.value; }, set value(_) { ${name}.value = _; }};`,
    );
  return { ...source(call), output };
}
