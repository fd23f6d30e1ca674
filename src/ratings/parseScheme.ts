import * as v from "valibot";
import type { Scheme } from "./scheme.js";
import { schemeShape } from "./schemeShape.js";

/** The names that stand twice in a list. */
function repeated(names: readonly string[]): readonly string[] {
  return names.filter((name, i) => names.indexOf(name) !== i);
}

/** Whether the percentage of each total, rounded up, reaches as many of the percentages as the total of the cuts. */
function agreeWithCuts(
  percentages: readonly number[],
  cuts: readonly number[],
  highest: number,
): boolean {
  return (
    percentages.length === cuts.length &&
    percentages.every((percentage, i) => i === 0 || percentage > percentages[i - 1]) &&
    Array.from({ length: highest + 1 }, (_, total) => total).every((total) =>
      cuts.every((cut, i) => total >= cut === Math.ceil((100 * total) / highest) >= percentages[i]),
    )
  );
}

/** What the structure of a scheme cannot say of it, a line each. */
function disagreements(scheme: Scheme): string[] {
  const { id, levels, parts, themes, good } = scheme;
  const tables = scheme.samples.map(({ table }) => table);
  const rule = scheme.whole;
  const names = levels.map(({ name }) => name);
  const known = (path: string, name: string) =>
    names.includes(name) ? [] : [`${path}: expected ${names.join(", ")}: ${name}`];
  const themeIds = themes.map((theme) => theme.id);
  const scores = levels.map(({ score }) => score);
  const areScored = scores.some((score) => score !== null);
  const problems = [
    ...repeated(names).map((name) => `levels: used twice: ${name}`),
    ...repeated(parts.map((part) => part.id)).map((name) => `parts: used twice: ${name}`),
    ...repeated(themeIds).map((name) => `themes: used twice: ${name}`),
    ...repeated(tables).map((name) => `samples: used twice: ${name}`),
    ...tables
      .filter((table) => table !== id && !table.startsWith(`${id}.`))
      .map((table) => `samples: table: expected ${id} or ${id}.NAME: ${table}`),
    ...known("good", good),
    ...parts.flatMap(({ id: part, theme }) =>
      theme === null || themeIds.includes(theme)
        ? []
        : [`parts: ${part}: theme: expected one of themes: ${theme}`],
    ),
    ...(areScored && scores.some((score, i) => score !== i + 1)
      ? [`levels: expected scores 1 to ${levels.length} in order, or none: ${scores.join(", ")}`]
      : []),
  ];
  if (rule.rule === "sum") {
    const [lowest, highest] = [parts.length, parts.length * levels.length];
    const { cuts } = rule;
    const isRising = cuts.every((cut, i) => cut > (i === 0 ? lowest : cuts[i - 1]));
    const areCuts =
      cuts.length === levels.length - 1 && isRising && cuts.every((cut) => cut <= highest);
    if (!areCuts)
      problems.push(
        `whole: cuts: expected ${levels.length - 1} rising totals above ${lowest}, at most ${highest}: ${cuts.join(", ")}`,
      );
    else if (rule.percentages !== null && !agreeWithCuts(rule.percentages, cuts, highest))
      problems.push(
        `whole: percentages: expected ${cuts.length} rising percentages that give each total the word of the cuts: ${rule.percentages.join(", ")}`,
      );
  }
  if (rule.rule === "limits")
    problems.push(
      ...known("whole: else", rule.else),
      ...rule.limits.flatMap((limit, i) => [
        ...known(`whole: limits: ${i + 1}: word`, limit.word),
        ...limit.if.flatMap(({ level }) => known(`whole: limits: ${i + 1}: level`, level)),
      ]),
    );
  return problems;
}

/** A scheme from the JSON of its file, or what is wrong with it, a line each. */
export function parseScheme(
  json: unknown,
): { readonly scheme: Scheme } | { readonly problems: readonly string[] } {
  const parsed = v.safeParse(schemeShape, json);
  if (!parsed.success)
    return {
      problems: parsed.issues.map((issue) => {
        const path = issue.path
          ?.map(({ key }) => (typeof key === "number" ? key + 1 : String(key)))
          .join(": ");
        // A message of our own does not say what was met.
        const isOurs = issue.message.startsWith("expected") && typeof issue.input === "string";
        const met = isOurs ? JSON.stringify(issue.input).slice(0, 80) : null;
        return [path, issue.message, met].filter(Boolean).join(": ");
      }),
    };
  const scheme: Scheme = parsed.output;
  const problems = disagreements(scheme);
  return problems.length > 0 ? { problems } : { scheme };
}
