/** A node of a cell's syntax tree, as far as its type and place are concerned. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

/** Every node of a type, in the order of the source. */
export function findNodes(node: Node, type: string, found: Node[] = []): Node[] {
  if (node.type === type) found.push(node);
  for (const child of Object.values(node).flat() as unknown[])
    if (isNode(child)) findNodes(child, type, found);
  return found;
}

/** The node that each node below this one stands in. */
export function parentsOf(node: Node, parents = new Map<Node, Node>()): ReadonlyMap<Node, Node> {
  for (const child of Object.values(node).flat() as unknown[]) {
    if (!isNode(child)) continue;
    parents.set(child, node);
    parentsOf(child, parents);
  }
  return parents;
}
