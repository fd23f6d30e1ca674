import { CellError } from "./cellError.js";
import { definedName } from "./cellName.js";
import { givenModule, withoutGivenImports } from "./givenImports.js";
import { importedNames, liftImports } from "./liftImports.js";
import { whyNotRun } from "./inNeither.js";
import { findLostShow } from "./lostShow.js";
import type { NotebookKit } from "./notebookKit.js";
import type { OjsSource } from "./ojsToJavaScript.js";
import type { Cell, Place } from "./readNotebook.js";
import type { Node } from "./syntaxTree.js";
import { lineOf, lineStarts, type Source } from "./sourceLines.js";

export interface CompiledCell {
  readonly cell: Cell;
  /** The variables that it reads and does not define itself, with the place of the first mention. */
  readonly inputs: ReadonlyMap<string, Place>;
  /** The variables that it defines, with their places. */
  readonly outputs: ReadonlyMap<string, Place>;
  /** It is one expression, whose value is the cell's. */
  readonly expression: boolean;
  /** Its value is displayed. */
  readonly displays: boolean;
  /** A function of the inputs, in order, that gives the cell's value or an object of its outputs. */
  readonly code: string;
  /** Each mention, in the syntax tree, of a variable that it does not define in an inner scope. */
  readonly references: readonly (Node & { readonly name: string })[];
  /** The syntax tree of the cell's JavaScript, whose offsets the code's imports are called with. */
  readonly syntax: Node;
  /** Where an offset in the cell's JavaScript stands in the notebook. */
  readonly at: (offset: number) => Place;
  /** Where a line and a column of the code, both from 1, stand in the notebook. */
  readonly place: (line: number, column: number) => Place;
}

/** A cell of Markdown or another language as a template; its lines stay, though escapes move columns. */
function templateSource(cell: Cell, kit: NotebookKit): Source {
  const { id, mode, value, output, database } = cell;
  // A cell of SQL that is not hidden would show Observable's table of its rows.
  const javascript = kit.transpileTemplate({
    id,
    mode,
    value,
    hidden: true,
    pinned: false,
    ...(output !== undefined && { output }),
    ...(database !== undefined && { database }),
  });
  const generated = lineStarts(javascript);
  const original = lineStarts(value);
  return { javascript, origin: (offset) => original[lineOf(generated, offset)] ?? 0 };
}

/** What turns cells of other languages into JavaScript, where a notebook has such cells. */
export interface Translators {
  readonly ts?: (value: string) => Source;
  readonly ojs?: (value: string) => OjsSource;
}

function toSource(cell: Cell, kit: NotebookKit, translators: Translators): OjsSource {
  const { mode, value } = cell;
  if (mode === "js") return { javascript: value, origin: (offset) => offset };
  if (whyNotRun(cell)) return { javascript: "", origin: () => 0 };
  if (mode !== "ts" && mode !== "ojs") return templateSource(cell, kit);
  const translate = translators[mode];
  if (translate === undefined) throw new Error(`a cell needs a compiler: ${mode}`);
  return translate(value);
}

/** What stands at an offset of a source, up to the end of its line. */
function textAt(source: string, offset: number): string {
  const rest = source.slice(offset);
  const text = /^[^\r\n]{0,40}/.exec(rest)![0].trim();
  return text || (rest.trim() === "" ? "the cell ends here" : "the line ends here");
}

/** A syntax error's message ends with a line, from 1, and a column, from 0, of what was parsed. */
function syntaxError(
  error: unknown,
  cell: Cell,
  parsed: string,
  origin: Source["origin"],
): unknown {
  if (!(error instanceof SyntaxError)) return error;
  const at = /\s*\((\d+):(\d+)\)$/.exec(error.message);
  const line = lineStarts(parsed)[Number(at?.[1] ?? 1) - 1] ?? 0;
  const offset = line + Number(at?.[2] ?? 0);
  const said = at ? error.message.slice(0, at.index) : error.message;
  const message = /^Unexpected token$/.test(said) ? `${said}: ${textAt(parsed, offset)}` : said;
  return new CellError(cell, cell.place(origin(offset)), message, { cause: error });
}

/**
 * Finds what a cell reads and defines, as Notebook Kit does for the live notebook, and writes it as
 * a function whose lines are the cell's own. Throws a CellError where the cell does not parse.
 */
export function compileCell(asked: Cell, kit: NotebookKit, translators: Translators): CompiledCell {
  let source: OjsSource;
  try {
    source = toSource(asked, kit, translators);
  } catch (error) {
    throw syntaxError(error, asked, asked.value, (offset) => offset);
  }
  const { origin } = source;
  let { javascript } = source;
  const cell: Cell = source.output === undefined ? asked : { ...asked, output: source.output };
  let parsed: ReturnType<NotebookKit["parseJavaScript"]>;
  try {
    parsed = kit.parseJavaScript(javascript);
  } catch (error) {
    throw syntaxError(error, cell, javascript, origin);
  }
  const given = withoutGivenImports(parsed.body, javascript);
  if (given.renamed !== null) {
    const message = `import "${givenModule}": import each under its own name`;
    throw new CellError(cell, cell.place(origin(given.renamed)), message);
  }
  if (given.source !== javascript) {
    javascript = given.source;
    parsed = kit.parseJavaScript(javascript);
  }
  const at = (offset: number) => cell.place(origin(offset));
  const lost = parsed.expression ? null : findLostShow(parsed.body);
  if (lost)
    throw new CellError(
      cell,
      at(lost.start),
      "show(…) is not displayed: only a cell of one expression, without a semicolon, displays its value: write display(show(…))",
    );
  const firsts = (nodes: readonly { readonly name: string; readonly start: number }[]) =>
    new Map([...nodes].reverse().map(({ name, start }) => [name, at(start)] as const));
  const inputs = firsts(parsed.references);
  const declared = firsts(parsed.declarations ?? []);
  const { imports, body } = liftImports(parsed.body, javascript);
  const parameters = [...inputs.keys()].join(", ");
  const start = `${parsed.async || imports ? "async " : ""}(${parameters}) => {${imports}`;
  const code = parsed.expression
    ? `${start}return (${body}\n)}`
    : `${start}${body}\nreturn {${[...declared.keys()].join(", ")}};}`;
  const shift = start.length + (parsed.expression ? "return (".length : 0);
  const starts = lineStarts(javascript);
  const imported = importedNames(parsed.body);
  const written = new Set((parsed.declarations ?? []).map(({ name }) => name));
  const own = cell.output ?? definedName([...written].filter((name) => !imported.has(name)));
  return {
    // What such a cell is turned into has names that its author did not write.
    cell: { ...cell, name: cell.mode === "ojs" ? cell.name : (own ?? cell.name) },
    inputs,
    outputs: cell.output === undefined ? declared : new Map([[cell.output, cell.place(0)]]),
    expression: parsed.expression,
    displays: !cell.hidden && parsed.expression && !inputs.has("display") && !inputs.has("view"),
    code,
    references: parsed.references,
    syntax: parsed.body,
    at,
    place: (line, column) => {
      const offset = (starts[line - 1] ?? 0) + column - 1 - (line === 1 ? shift : 0);
      return at(Math.max(0, Math.min(offset, javascript.length)));
    },
  };
}
