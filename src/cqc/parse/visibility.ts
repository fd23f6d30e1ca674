import type { Element } from "./parseTree.js";

/** Elements whose text is no part of what a page says: code, controls, what is embedded. */
const withoutText = new Set(
  (
    "head title script style template noscript iframe object embed applet audio video canvas svg math img " +
    "input select textarea button datalist progress meter map noembed noframes xmp plaintext listing"
  ).split(" "),
);

/** Elements, and roles, of ways to other pages. */
const ways = new Set(["nav", "footer"]);
const wayRoles = new Set(["navigation", "contentinfo", "search"]);
/** Elements, and roles, of what stands beside the page: other councils, but also notices. */
const besideRoles = new Set(["complementary", "banner"]);

const hiddenClasses = new Set(["hidden", "d-none", "element-hidden", "is-hidden"]);
/** Text that is struck out or whose order is turned round: shown, but not to be read as it stands. */
const altered = new Set(["s", "strike", "del", "bdo"]);

/** Stands for text that is not to be read as it stands, so that no value around it is accepted. */
export const alteredMark = "\ufffc";

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value ?? null;
}

/** Whether an element leads to other pages; on the page it stands apart from what is around it. */
export function isWay(element: Element): boolean {
  return ways.has(element.tagName) || wayRoles.has(roleOf(element));
}

const roleOf = (element: Element) => attribute(element, "role")?.trim().toLowerCase() ?? "";

const isApart = (element: Element) =>
  isWay(element) || element.tagName === "aside" || besideRoles.has(roleOf(element));

/**
 * Whether an element's content is read, left out, apart from the page's own, or marked as not to be relied on. What a style
 * sheet or a script hides cannot be known; what the page itself hides is left out.
 */
export function visibilityOf(element: Element): "read" | "left out" | "apart" | "altered" {
  const { tagName } = element;
  if (withoutText.has(tagName)) return "left out";
  if (altered.has(tagName)) return "altered";
  if (tagName === "dialog" && attribute(element, "open") === null) return "left out";
  if (element.attrs.length === 0) return isApart(element) ? "apart" : "read";
  if (attribute(element, "hidden") !== null) return "left out";
  const classes = attribute(element, "class")?.toLowerCase().split(/\s+/) ?? [];
  if (classes.some((name) => hiddenClasses.has(name))) return "left out";
  const style =
    attribute(element, "style")
      ?.toLowerCase()
      .replace(/\/\*.*?\*\/|\s/g, "") ?? "";
  if (/display:none|visibility:(hidden|collapse)/.test(style)) return "left out";
  if (
    /(^|;)(opacity|text-indent|clip|clip-path|transform|direction|unicode-bidi):|font-size:0|line-through/.test(
      style,
    )
  )
    return "altered";
  return isApart(element) ? "apart" : "read";
}
