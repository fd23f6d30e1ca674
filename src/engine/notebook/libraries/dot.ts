import { needs } from "../needs.js";

interface Graph {
  readonly objects?: readonly { readonly name: string; readonly label?: string }[];
  readonly edges?: readonly { readonly head: number; readonly tail: number }[];
}

/** So many arrows are told to those who cannot see them. */
const longest = 30;

/** A graph in words. */
function words({ objects = [], edges = [] }: Graph): string {
  const name = (i: number) => {
    const { name = "", label } = objects[i] ?? {};
    return label === undefined || label === "\\N" ? name : label;
  };
  if (edges.length === 0) return `Diagram of ${objects.map((_, i) => name(i)).join(", ")}`;
  const told = edges.slice(0, longest).map(({ tail, head }) => `${name(tail)} to ${name(head)}`);
  const more = edges.length > longest ? `, and ${edges.length - longest} more` : "";
  return `Diagram: ${told.join(", ")}${more}`;
}

const attributes = { fontname: "Source Sans 3, Arial, sans-serif", fontsize: "12" };

/** Observable's `dot`: a graph as SVG, drawn by Graphviz. */
export async function library() {
  const { instance } = await needs("@viz-js/viz", () => import("@viz-js/viz"));
  const viz = await instance();
  return (strings: TemplateStringsArray, ...values: readonly unknown[]): Element => {
    const source = String.raw(strings, ...values);
    const options = {
      graphAttributes: { ...attributes, bgcolor: "transparent" },
      nodeAttributes: attributes,
      edgeAttributes: attributes,
    };
    const markup = viz.renderString(source, { ...options, format: "svg" });
    const template = document.createElement("template");
    template.innerHTML = markup.slice(markup.indexOf("<svg"));
    const svg = template.content.firstElementChild!;
    if (!svg.hasAttribute("aria-label"))
      svg.setAttribute("aria-label", words(viz.renderJSON(source)));
    return svg;
  };
}
