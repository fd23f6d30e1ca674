import type { Showable } from "../report/block.js";
import type { CompiledCell } from "./compileCell.js";
import type { ShownBy } from "./recordsTable.js";
import { isNode, toBlock, type Drawn } from "./toBlock.js";

interface Identifier {
  readonly type: string;
  readonly name?: string;
}

/** The variable that a cell shows, where that is all it says. */
export function nameShown({ cell, expression, syntax }: CompiledCell): string | undefined {
  if (cell.output !== undefined) return cell.output;
  const { type, name } = syntax as Identifier;
  return expression && type === "Identifier" ? name : undefined;
}

/** Who shows a value, where it is the next one of its cell. */
export function shownBy(compiled: CompiledCell, before: number): ShownBy {
  const name = nameShown(compiled);
  return { cell: compiled.cell.id, before, ...(name !== undefined && { name }) };
}

/** A block and the cell that shows it. */
export interface ShownBlock {
  readonly cell: CompiledCell;
  readonly block: Showable;
  /** It stands for a part that is left out. */
  readonly isLeftOut?: true;
}

export interface Finish {
  readonly fail: (cell: CompiledCell, error: unknown) => void;
  /** A cell shows a picture that says nothing to those who cannot see it. */
  readonly onWordless: (cell: CompiledCell) => void;
  /** The address of a picture beside the notebook, by its name. */
  readonly addressOf: (name: string) => string;
}

interface Held {
  readonly block: Showable | Drawn;
  /** The element that shows itself, as a control does. */
  readonly node?: Node;
}

/** Whether an element was put into another one since: it is no longer where it was shown. */
function isMoved({ node }: Held, drawn: ReadonlySet<Node>): boolean {
  for (let above = node?.parentNode; above; above = above.parentNode)
    if (drawn.has(above)) return true;
  return false;
}

/** Collects what cells show; elements are looked at when all has run, as cells draw into them. */
export function collectShown(cells: readonly CompiledCell[]): {
  readonly add: (cell: CompiledCell, value: unknown) => void;
  readonly finish: (how: Finish) => Promise<ShownBlock[]>;
} {
  const shown = new Map<CompiledCell, Held[]>(cells.map((cell) => [cell, []]));
  return {
    add(cell, value) {
      const blocks = shown.get(cell)!;
      const before = blocks.filter(({ block }) => block.kind === "table").length;
      const block = toBlock(value, shownBy(cell, before));
      const shows = block?.kind !== "drawn" && isNode(value);
      if (block) blocks.push({ block, ...(shows && { node: value }) });
    },
    async finish({ fail, onWordless, addressOf }) {
      const all = [...shown].flatMap(([cell, held]) => held.map((one) => ({ ...one, cell })));
      const nodes = all.flatMap(({ block }) => (block.kind === "drawn" ? block.node : []));
      if (nodes.length === 0)
        return all.map(({ cell, block }) => ({ cell, block: block as Showable }));
      const drawn = new Set(nodes);
      const blocks = all.filter((one) => !isMoved(one, drawn));
      const { toContent } = await import("./content/toContent.js");
      return blocks.flatMap(({ cell, block }) => {
        if (block.kind !== "drawn") return { cell, block };
        try {
          const content = toContent(block.node, { onWordless: () => onWordless(cell), addressOf });
          return content.nodes.length > 0 ? { cell, block: content } : [];
        } catch (error) {
          fail(cell, error);
          return [];
        }
      });
    },
  };
}
