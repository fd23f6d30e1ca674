import { insertLine } from "./insertLine.js";
import { htmlNoise, type Noise } from "./pageNoise.js";
import { pick } from "./random.js";

/** Takes something away, or spoils it: what is left must not be read as anything else. */
export const htmlDamage: Readonly<Record<string, Noise>> = {
  "prose among the values": (page, random) =>
    insertLine(page, "<p>Suffolk County Council was rated Outstanding.</p>", random, "html"),
  truncated: (page, random) => page.slice(0, random(page.length)),
  "a line less": (page, random) => {
    const lines = page.split("\n");
    lines.splice(random(lines.length), 1);
    return lines.join("\n");
  },
  "lines swapped": (page, random) => {
    const lines = page.split("\n");
    const at = random(lines.length - 1);
    [lines[at], lines[at + 1]] = [lines[at + 1], lines[at]];
    return lines.join("\n");
  },
  "a tag less": (page, random) => {
    const tags = [...page.matchAll(/<[^>]+>/g)];
    if (tags.length === 0) return page;
    const tag = pick(tags, random);
    return page.slice(0, tag.index) + page.slice(tag.index + tag[0].length);
  },
  "a tag changed": (page, random) => {
    const tags = [...page.matchAll(/<(\/?)[a-z0-9]+/gi)];
    if (tags.length === 0) return page;
    const tag = pick(tags, random);
    const name = pick(
      [
        "p",
        "div",
        "li",
        "ul",
        "td",
        "tr",
        "table",
        "h2",
        "h1",
        "span",
        "del",
        "select",
        "title",
        "a",
        "xmp",
        "plaintext",
        "caption",
        "form",
        "button",
      ],
      random,
    );
    return `${page.slice(0, tag.index)}<${tag[1]}${name}${page.slice(tag.index + tag[0].length)}`;
  },
  "a stray tag": (page, random) => {
    const at = page.indexOf("<", random(page.length));
    const tag = pick(
      [
        "<table>",
        "</table>",
        "<tr>",
        "<td>",
        "</ul>",
        "</li>",
        "<li>",
        "<h2>",
        "</h1>",
        "<select>",
        "<svg>",
        "<math>",
        "<frameset>",
        "</p>",
        "<br>",
        "</main>",
        "<main>",
        "<!--",
        "<![CDATA[",
        "<?x",
        "</body>",
        "<s>",
        "<title>",
        "<script>",
        "<nav>",
      ],
      random,
    );
    return at === -1 ? page : page.slice(0, at) + tag + page.slice(at);
  },
  "a character less": (page, random) => {
    const at = random(page.length);
    return /[0-9]/.test(page[at]) ? page : page.slice(0, at) + page.slice(at + 1);
  },
  "a character more": (page, random) => {
    const at = random(page.length);
    const c = pick(
      [
        "x",
        "<",
        ">",
        "&",
        '"',
        "'",
        "/",
        "=",
        "-",
        ".",
        "%",
        "\u0000",
        "\ufffd",
        "\u202e",
        "é",
        "٣",
        "|",
        "\n",
      ],
      random,
    );
    return page.slice(0, at) + c + page.slice(at);
  },
  "hidden items": (page, random) =>
    page.replace(/<(li|p|tr|td)>/g, (tag, name: string) =>
      random(8) === 0 ? `<${name} hidden>` : tag,
    ),
  "other lists": (page) => page.replace(/<(\/?)ul>/g, "<$1div>").replace(/<(\/?)li>/g, "<$1p>"),
  "other spans": (page, random) => page.replace(/rowspan="\d"/g, () => `rowspan="${random(5)}"`),
  "headings as text": (page, random) =>
    page.replace(/<h([1-4])>(.*?)<\/h\1>/g, (all, _n, text: string) =>
      random(4) === 0 ? `<p><strong>${text}</strong></p>` : all,
    ),
};

export const textDamage: Readonly<Record<string, Noise>> = {
  "prose among the values": (page, random) =>
    insertLine(page, "A carer said it was outstanding, four out of four.", random, "text"),
  truncated: htmlDamage.truncated,
  "a line less": htmlDamage["a line less"],
  "lines swapped": htmlDamage["lines swapped"],
  "a character less": htmlDamage["a character less"],
  "a character more": htmlDamage["a character more"],
  "a line twice": htmlNoise["a line twice"],
};
