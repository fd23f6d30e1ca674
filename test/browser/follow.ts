import type { Page } from "playwright-core";

interface Asked {
  /** The first words of the label of the field. */
  readonly label: string;
  readonly values: readonly string[];
  /** The figures that are to follow it. */
  readonly figures: readonly string[];
}

/**
 * Gives a field one value after another, as its reader does, each when all figures have followed
 * the one before: they show other pictures, or other words where they have no pictures. Counts the
 * values that were followed. It waits as long as it takes, since the time depends on the machine.
 */
export function followed(page: Page, asked: Asked): Promise<number> {
  return page.evaluate(async ({ label, values, figures }) => {
    const field = [...document.querySelectorAll("label")].find((one) =>
      one.innerText.trim().startsWith(label),
    )!.control as HTMLInputElement;
    const shown = () =>
      figures.map((id) => {
        const figure = document.getElementById(id);
        const pictures = [...(figure?.querySelectorAll("img") ?? [])].map(({ src }) => src);
        return pictures.join() || (figure?.innerText ?? "");
      });
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    let count = 0;
    for (const value of values) {
      const before = shown();
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      const follow = () => shown().every((one, i) => one !== "" && one !== before[i]);
      while (!follow()) await frame();
      await frame();
      count += 1;
    }
    return count;
  }, asked);
}
