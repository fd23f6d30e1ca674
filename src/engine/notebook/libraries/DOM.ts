const svgSpace = "http://www.w3.org/2000/svg";

/** Observable's `DOM`, as far as notebooks use it still: names for parts of a picture, and elements. */
export function library() {
  let count = 0;
  return {
    uid(name?: string) {
      const id = `O-${name === undefined ? "" : `${name}-`}${++count}`;
      return { id, href: `#${id}`, toString: () => `url(#${id})` };
    },
    element: (name: string, attributes: Readonly<Record<string, string>> = {}) => {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      return element;
    },
    svg(width: number, height: number) {
      const svg = document.createElementNS(svgSpace, "svg");
      svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
      svg.setAttribute("width", String(width));
      svg.setAttribute("height", String(height));
      return svg;
    },
    context2d(width: number, height: number) {
      const canvas = document.createElement("canvas");
      canvas.width = width;
      canvas.height = height;
      return canvas.getContext("2d");
    },
    text: (value: unknown) => document.createTextNode(String(value)),
  };
}
