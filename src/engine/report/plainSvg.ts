const shapes = new Set(
  [
    "svg g path rect circle ellipse line polyline polygon text tspan title desc",
    "defs clipPath mask pattern marker symbol use linearGradient radialGradient stop",
  ].flatMap((names) => names.split(" ")),
);

/**
 * Whether an SVG holds shapes and words alone: nothing that runs, nothing that leads or loads from
 * elsewhere. As a file of its own it may then be opened whoever drew it.
 */
export function isPlainSvg(svg: string): boolean {
  if (/<[!?]/.test(svg) || /url\(\s*(?!['"]?#)/i.test(svg)) return false;
  const tags = svg.match(/<\/?[^>\s/]+/g) ?? [];
  if (!tags.every((tag) => shapes.has(tag.replace(/^<\/?/, "")))) return false;
  const attributes = svg.match(/\s[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*)/g) ?? [];
  return attributes.every((attribute) => {
    const [, name, value] = /^\s([\w:-]+)\s*=\s*["']?([^]*)$/.exec(attribute)!;
    if (/^on/i.test(name)) return false;
    return !/(?:^|:)href$/i.test(name) || value.startsWith("#");
  });
}
