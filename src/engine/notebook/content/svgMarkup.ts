import { escapeHtml } from "../../report/escapeHtml.js";

const elementNode = 1;
const textNode = 3;
const xlink = "http://www.w3.org/1999/xlink";

/** Scripts are nothing in a picture; what is drawn besides is inert in it. */
const left = new Set(["script"]);

function attributesOf(element: Element): string {
  return (
    Array.from(element.attributes, ({ name, value }) => ({ name, value }))
      .filter(({ name }) => name !== "xmlns" && !name.startsWith("xmlns:") && !/^on/i.test(name))
      // Within the picture, or a picture itself: an address leads nowhere in it.
      .filter(({ name, value }) => !/(?:^|:)href$/i.test(name) || /#|^data:image\//.test(value))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, value }) => ` ${name}="${escapeHtml(value)}"`)
      .join("")
  );
}

function nodeMarkup(node: Node): string {
  if (node.nodeType === textNode) return escapeHtml(node.textContent ?? "");
  if (node.nodeType !== elementNode) return "";
  const element = node as Element;
  const name = element.nodeName.includes(":") ? element.nodeName : element.localName;
  if (left.has(name.toLowerCase())) return "";
  const inner = Array.from(element.childNodes, nodeMarkup).join("");
  return inner === ""
    ? `<${name}${attributesOf(element)}/>`
    : `<${name}${attributesOf(element)}>${inner}</${name}>`;
}

/**
 * Names parts of a picture anew, in their order: whoever drew it may have counted parts of other
 * pictures too, and addresses of a page lead nowhere in a picture.
 */
function renumber(markup: string): string {
  const ids = [...markup.matchAll(/<[^<>]*\sid="([^"]*)"/g)].map(([, id]) => id);
  if (ids.length === 0) return markup;
  const names = new Map([...new Set(ids)].map((id, i) => [id, `part-${i + 1}`]));
  const known = (id: string) => names.get(id) ?? id;
  return markup
    .replace(/(\s)id="([^"]*)"/g, (_, space: string, id: string) => `${space}id="${known(id)}"`)
    .replace(
      /url\((?:&quot;|&#39;|["'])?[^()#"']*#([^()"'&]+)(?:&quot;|&#39;|["'])?\)/g,
      (whole, id: string) => (names.has(id) ? `url(#${known(id)})` : whole),
    )
    .replace(/href="[^"#]*#([^"]+)"/g, (whole, id: string) =>
      names.has(id) ? `href="#${known(id)}"` : whole,
    )
    .replace(
      /aria-(labelledby|describedby)="([^"]*)"/g,
      (_, name: string, list: string) => `aria-${name}="${list.split(/\s+/).map(known).join(" ")}"`,
    );
}

/**
 * An SVG element as a picture of its own: well-formed, with the names of its namespaces, and without
 * scripts. The same element gives the same text in whichever document it is.
 */
export function svgMarkup(svg: Element): string {
  const markup = renumber(nodeMarkup(svg));
  const spaces = `xmlns="http://www.w3.org/2000/svg"${markup.includes("xlink:") ? ` xmlns:xlink="${xlink}"` : ""}`;
  return markup.replace(/^<svg/, `<svg ${spaces}`);
}
