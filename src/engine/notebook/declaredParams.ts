import { CellError } from "./cellError.js";
import type { CompiledCell } from "./compileCell.js";
import { paramWords, type Param, type ParamValue } from "./params.js";
import { parentsOf, type Node } from "./syntaxTree.js";

interface Key extends Node {
  readonly name?: string;
  readonly value?: unknown;
}
interface Member extends Node {
  readonly object: Node;
  readonly property: Key;
  readonly computed: boolean;
}
interface Logical extends Node {
  readonly operator: string;
  readonly left: Node;
  readonly right: Node;
}
interface Pattern extends Node {
  readonly key?: Key;
  readonly computed?: boolean;
  readonly value?: Node & { readonly right?: Node };
}
interface Declarator extends Node {
  readonly id: Node & { readonly properties?: readonly Pattern[] };
  readonly init: Node | null;
}

/** A name of `params` where a cell reads it, and the default that stands beside it. */
interface Read {
  readonly name: string;
  readonly at: number;
  readonly byDefault: Node | null;
}

/** What a literal stands for; undefined for what is no number, text, true or false. */
function valueOf(node: Node): ParamValue | undefined {
  const literal = node as Node & {
    readonly value?: unknown;
    readonly operator?: string;
    readonly argument?: Node;
    readonly quasis?: readonly { readonly value: { readonly cooked?: string } }[];
  };
  if (node.type === "UnaryExpression" && literal.operator === "-" && literal.argument) {
    const value = valueOf(literal.argument);
    return typeof value === "number" ? -value : undefined;
  }
  if (node.type === "TemplateLiteral" && literal.quasis?.length === 1)
    return literal.quasis[0].value.cooked;
  const { value } = literal;
  if (node.type !== "Literal") return undefined;
  return ["number", "string", "boolean"].includes(typeof value) ? (value as ParamValue) : undefined;
}

function memberName({ property, computed }: Member): string | null {
  if (!computed) return property.name ?? null;
  return property.type === "Literal" && typeof property.value === "string" ? property.value : null;
}

function readsAt(mention: Node, parents: ReadonlyMap<Node, Node>): Read[] {
  let parent = parents.get(mention);
  if (parent?.type === "MemberExpression" && (parent as Member).object === mention) {
    const member = parent as Member;
    const name = memberName(member);
    if (name === null) return [];
    parent = parents.get(member);
    // `params?.year` stands in a chain.
    const whole = parent?.type === "ChainExpression" ? parent : member;
    if (whole !== member) parent = parents.get(whole);
    const isBefore =
      parent?.type === "LogicalExpression" &&
      (parent as Logical).operator === "??" &&
      (parent as Logical).left === whole;
    return [{ name, at: member.start, byDefault: isBefore ? (parent as Logical).right : null }];
  }
  if (parent?.type === "VariableDeclarator" && (parent as Declarator).init === mention)
    return ((parent as Declarator).id.properties ?? []).flatMap(
      ({ key, computed, value, start }) => {
        const name = key?.type === "Literal" ? key.value : key?.name;
        if (computed || typeof name !== "string") return [];
        const byDefault = value?.type === "AssignmentPattern" ? value.right! : null;
        return [{ name, at: start, byDefault }];
      },
    );
  return [];
}

/**
 * The parameters of a notebook's own: each name of `params` that a cell reads with a default, as in
 * `params.year ?? 2024` or `const {year = 2024} = params`, and that the project does not give. A cell
 * that reads one without a default anywhere has an error, as one with two defaults has.
 */
export function declaredParams(
  cells: readonly CompiledCell[],
  given: readonly string[],
): { readonly params: readonly Param[]; readonly errors: readonly CellError[] } {
  const params = new Map<string, Param>();
  const errors: CellError[] = [];
  // A variable of a cell's own is then meant.
  if (cells.some(({ outputs }) => outputs.has("params"))) return { params: [], errors };
  const reads = cells.flatMap((compiled) => {
    const mentions = compiled.references.filter(({ name }) => name === "params");
    if (mentions.length === 0) return [];
    const parents = parentsOf(compiled.syntax);
    return mentions
      .flatMap((mention) => readsAt(mention, parents))
      .filter(({ name }) => !given.includes(name))
      .map((read) => ({ ...read, compiled }));
  });
  const fail = ({ cell, at }: CompiledCell, offset: number, message: string) =>
    errors.push(new CellError(cell, at(offset), message));
  for (const { name, at, byDefault: node, compiled } of reads) {
    if (node === null) continue;
    const byDefault = valueOf(node);
    const known = params.get(name);
    if (byDefault === undefined)
      fail(compiled, at, `params.${name}: expected a number, text, true or false as its default`);
    else if (known === undefined) params.set(name, { name, byDefault });
    else if (known.byDefault !== byDefault)
      fail(compiled, at, `params.${name} has another default elsewhere: ${paramWords(known)}`);
  }
  for (const { name, at, byDefault, compiled } of reads)
    if (byDefault === null && !params.has(name))
      fail(
        compiled,
        at,
        `params.${name} has no default: write params.${name} ?? 2024, or another number, text, true or false`,
      );
  return { params: [...params.values()], errors };
}
