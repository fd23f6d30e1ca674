/**
 * A value as a text node, the only way to put text into a Markdown cell: `${text(place.name)}`.
 * Whatever the value holds, none of it becomes markup.
 */
export function text(value: string | number): Text {
  return document.createTextNode(String(value));
}
