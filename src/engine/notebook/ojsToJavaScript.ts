import type { ObservableKit } from "./notebookKit.js";
import { lineOf, lineStarts, type Source } from "./sourceLines.js";

/** JavaScript of a cell in Observable's own language, and the variable that holds its value. */
export interface OjsSource extends Source {
  readonly output?: string;
}

const bare = (output: string) => output.replace(/^(?:viewof\$|mutable )/, "");

/**
 * Observable's `require` for code that calls it, as JavaScript: what it names in quotes is imported,
 * several packages as one object.
 */
function requireCode(code: string): string {
  const calls = Array.from(code.matchAll(/\brequire\s*\(([^()]*)\)/g), ([, names]) => names);
  const names = calls.flatMap((call) => call.match(/"[^"]*"|'[^']*'|`[^`$]*`/g) ?? []);
  const imports = names.map((quoted) => {
    const name = quoted.slice(1, -1);
    const from = /^[a-z][a-z0-9+.-]*:|^\.{0,2}\//i.test(name) ? name : `npm:${name}`;
    return `${JSON.stringify(name)}: () => import(${JSON.stringify(from)})`;
  });
  return `((...names) => Promise.all(names.map((name) => { const load = {${imports.join(", ")}}[name]; if (!load) throw new Error("require: expected the name of a package in quotes: " + name); return load(); })).then((found) => { const all = found.map((one) => one.default ?? one); return all.length === 1 ? all[0] : Object.assign({}, ...all); }))`;
}

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
  const { body: code, inputs = [], output, autoview, automutable } = kit.transpileObservable(value);
  const given = inputs.map((name) => (name === "require" ? requireCode(code) : name));
  const call = `(${code})(${given.join(", ")})`;
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
