/** Calls `add` with each code point that a cmap subtable maps to a glyph. Formats 4 and 12. */
function readSubtable(view: DataView, at: number, add: (codePoint: number) => void): void {
  const format = view.getUint16(at);
  if (format === 12) {
    for (let group = 0; group < view.getUint32(at + 12); group += 1) {
      const entry = at + 16 + group * 12;
      const [first, last, glyph] = [0, 4, 8].map((offset) => view.getUint32(entry + offset));
      for (let code = first; code <= last; code += 1) if (glyph + code - first !== 0) add(code);
    }
  } else if (format === 4) {
    const size = view.getUint16(at + 6);
    for (let segment = 0; segment < size; segment += 2) {
      const last = view.getUint16(at + 14 + segment);
      const first = view.getUint16(at + 16 + size + segment);
      const delta = view.getUint16(at + 16 + 2 * size + segment);
      const rangeAt = at + 16 + 3 * size + segment;
      const range = view.getUint16(rangeAt);
      for (let code = first; code <= last && code < 0xffff; code += 1) {
        const glyph = range === 0 ? code : view.getUint16(rangeAt + range + 2 * (code - first));
        if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) add(code);
      }
    }
  }
}

/** The code points that a TrueType font has a glyph for, from its `cmap` table. */
export function coverageOf(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const covered = new Set<number>();
  for (let table = 0; table < view.getUint16(4); table += 1) {
    const record = 12 + table * 16;
    if (view.getUint32(record) !== 0x636d6170) continue; // "cmap"
    const cmap = view.getUint32(record + 8);
    for (let i = 0; i < view.getUint16(cmap + 2); i += 1)
      readSubtable(view, cmap + view.getUint32(cmap + 8 + i * 8), (code) => covered.add(code));
  }
  return covered;
}
