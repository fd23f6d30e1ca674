/* Runs in the browser, on a page as a reader sees it. */

export interface Measured {
  readonly wordsBeforeFinding: number;
  /** Null for a page without a chart. */
  readonly wordsBeforeChart: number | null;
  /** Where the title, the finding, the tiles and the first chart end, in pixels from the top. */
  readonly firstScreen: number;
  /** Pictures and tables that stick out, tables that neither stack nor scroll with a cue. */
  readonly faults: readonly string[];
}

/** What `page.evaluate` is given: it must not reach outside itself. */
export function measurePage(): Measured {
  const main = document.querySelector("main")!;
  const words = (until: Element | null) => {
    const range = document.createRange();
    range.setStart(document.querySelector("h1")!, 0);
    if (until === null) range.setEndAfter(main);
    else range.setEndBefore(until);
    const held = range.cloneContents();
    held.querySelectorAll(".hidden, .downloads, .skip, nav").forEach((one) => one.remove());
    return (held.textContent.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,%-]*/gu) ?? []).length;
  };
  const lead = main.querySelector(".lead");
  const chart = main.querySelector("picture, .panel");
  const bottom = (element: Element | null) => element?.getBoundingClientRect().bottom ?? 0;
  const width = document.documentElement.clientWidth;
  const isPhone = width <= 640;
  const faults: string[] = [];
  const say = (what: string, of: Element) =>
    faults.push(`${width} px: ${what}: ${of.closest("[id]")?.id}`);
  for (const picture of main.querySelectorAll("picture img")) {
    const { left, right } = picture.getBoundingClientRect();
    if (left < -1 || right > width + 1) say("a picture is off screen", picture);
  }
  for (const table of main.querySelectorAll(".scroll > table")) {
    const box = table.parentElement!;
    const details = box.closest("details");
    if (details) details.open = true;
    const isFew = table.querySelectorAll("thead th").length <= 7;
    const scrolls = box.scrollWidth > box.clientWidth + 1;
    if (isPhone && isFew && scrolls) say("a table of few columns does not stack", table);
    if (scrolls && !getComputedStyle(box).backgroundImage.includes("gradient"))
      say("a table scrolls without a cue", table);
    const first = table.querySelector("tbody > tr > :first-child");
    if (isPhone && scrolls && first && getComputedStyle(first).position !== "sticky")
      say("the first column of a wide table is not fixed", table);
    if (details) details.open = false;
  }
  return {
    wordsBeforeFinding: words(lead),
    wordsBeforeChart: chart === null ? null : words(chart.closest("figure")),
    firstScreen: Math.max(bottom(lead), bottom(main.querySelector(".tiles")), bottom(chart)),
    faults,
  };
}
