import { LeftOut } from "../../../errors.js";
import type { ElementContent, Root } from "hast";
import { sanitize, type Schema } from "hast-util-sanitize";
import { mathProperties } from "./domTree.js";

const phrasing =
  "a abbr b bdi bdo br cite code data del dfn em i img ins kbd label mark q s samp small span strong strike sub sup time tt u var wbr";
const flow =
  "address article aside blockquote center dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p picture pre search section summary table caption colgroup col tbody td tfoot th thead tr ul";
const math =
  "math semantics annotation mrow mi mn mo mtext mspace ms mfrac msqrt mroot mstyle merror mpadded mphantom msub msup msubsup munder mover munderover mmultiscripts mtable mtr mtd mprescripts none";

const mathTags = math.split(" ");

/** What has nothing to show: it is left out without a word. */
const silent = ["style", "template", "noscript", "source", "head", "title", "meta", "link"];

const schema: Schema = {
  tagNames: [...`${phrasing} ${flow}`.split(" "), ...mathTags],
  ancestors: {},
  required: {},
  strip: ["script", ...silent],
  clobber: [],
  protocols: { href: ["http", "https", "mailto"], src: ["data", "http", "https"] },
  attributes: {
    a: ["href", "dataFootnoteBackref"],
    img: ["src", "alt", "dataSvg"],
    ol: ["start"],
    details: ["id"],
    section: ["dataFootnotes"],
    div: ["dataHeld"],
    td: ["align"],
    th: ["align"],
    ...Object.fromEntries(mathTags.map((name) => [name, [...mathProperties]])),
  },
};
const allowed = new Set(schema.tagNames);

const control = [
  "only a page has controls: use Inputs, as in view(Inputs.range([0, 10]))",
  "it is a control",
] as const;
const otherPage = ["a report holds no other page: link to it", "it is another page"] as const;

/** What no report can hold: what its author can do, and why the part is left out. */
const beyond: Readonly<Record<string, readonly [string, string]>> = {
  canvas: [
    "what is drawn on a canvas no report can hold: draw it as SVG, or save it as a picture and show FileAttachment(…).image()",
    "it is drawn on a canvas",
  ],
  iframe: otherPage,
  object: otherPage,
  embed: otherPage,
  video: ["a report cannot play: link to it", "it is a video"],
  audio: ["a report cannot play: link to it", "it is a sound"],
  input: control,
  button: control,
  select: control,
  textarea: control,
  form: control,
};
const ways: Readonly<Record<string, string>> = {
  script: "a report runs no script: write it as a cell",
};

/** Throws an error that names the first element that cannot be shown: a LeftOut where none could. */
function refuseOthers(nodes: readonly ElementContent[]): void {
  for (const node of nodes) {
    if (node.type !== "element") continue;
    const { tagName } = node;
    if (Object.hasOwn(beyond, tagName)) {
      const [way, because] = beyond[tagName];
      throw new LeftOut(`cannot show a <${tagName}> element: ${way}`, because);
    }
    if (!allowed.has(tagName) && !silent.includes(tagName))
      throw new TypeError(
        `cannot show a <${tagName}> element: ${ways[tagName] ?? "HTML has no such element that a report could show"}`,
      );
    if (!silent.includes(tagName)) refuseOthers(node.children);
  }
}

/**
 * A tree of elements with nothing in it that could run or ask a host for anything: elements and
 * attributes of an allow list. Throws a TypeError for an element that would be missed.
 */
export function sanitizeTree(nodes: readonly ElementContent[]): ElementContent[] {
  refuseOthers(nodes);
  const root: Root = { type: "root", children: [...nodes] };
  const clean = sanitize(root, schema);
  return clean.type === "root" ? (clean.children as ElementContent[]) : [clean as ElementContent];
}
