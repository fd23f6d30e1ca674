/** Words of a name that a code passes over. */
const small = new Set(["AND", "OF", "THE", "UPON", "ON", "CITY"]);

/** Codes that read as a word nobody wants for a name. */
const unfit = ["ASS", "CUM", "SEX", "SOT", "TIT"];

/** Codes that a name suggests, the best first: initials of its words, then its letters in order. */
function suggestions(name: string): string[] {
  const words = name
    .normalize("NFD")
    .toUpperCase()
    .replace(/[\u0300-\u036f'’.]/g, "")
    .split(/[^A-Z]+/)
    .filter((word) => word !== "" && !small.has(word));
  const [first = "", second = "", third = ""] = words;
  const initials =
    third === "" ? first.slice(0, 1) + second.slice(0, 2) : first[0] + second[0] + third[0];
  const letters = words.join("").slice(0, 20);
  const inOrder = [...letters.slice(1)].flatMap((b, i) =>
    [...letters.slice(i + 2)].map((c) => letters[0] + b + c),
  );
  return [initials, ...inOrder].filter((code) => code.length === 3);
}

/** A code of three letters for each name, no two alike; a number where its letters run out. */
export function shortCodes(names: readonly string[]): string[] {
  const used = new Set(unfit);
  return names.map((name, i) => {
    const code = suggestions(name).find((suggested) => !used.has(suggested)) ?? String(i + 1);
    used.add(code);
    return code;
  });
}
