/** How much of a text that anybody may have typed is shown. */
const most = 40;

/** A text of an address as a sentence can hold it: on one line, and no longer than a name. */
export function quotable(text: string): string {
  const all = [...text.replace(/[\p{C}\p{Z}]+/gu, " ").trim()];
  return all.length <= most ? all.join("") : `${all.slice(0, most).join("").trimEnd()}…`;
}
