/** Texts beyond these are looked up anew, so that a hostile file does not fill the memory. */
const [mostTexts, longestText] = [20_000, 100];

/** A function of a text that keeps its answers: a month has few councils and days, and many rows. */
export function remember<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = answer(text);
    if (text.length <= longestText && known.size < mostTexts) known.set(text, found);
    return found;
  };
}
