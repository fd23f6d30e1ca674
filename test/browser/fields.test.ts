import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, inject, test } from "vitest";
import { useBrowser } from "./openPage.js";

const open = useBrowser();

/** Fields to type in, which a page shows. */
const typed = "main input:is([type=search], [type=text], :not([type])), main textarea";

/** Pixels: on the narrowest windows a name of a council fits whole. */
const narrowest = 200;

const root = path.join(import.meta.dirname, "..", "..");
/** The live pages of notebooks that ask for a text: the others have no such field. */
const withFields = inject("pages").filter((name) => {
  const notebook = path.join(root, "notebooks", path.basename(name));
  return (
    name.startsWith("live/") &&
    existsSync(notebook) &&
    readFileSync(notebook, "utf8").includes("control.search(")
  );
});

test.each(withFields)("on a phone each field of %s is wide enough to type in", async (name) => {
  const { page } = await open(name);
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 844 });
    const widths = await page
      .locator(typed)
      .evaluateAll((fields) =>
        fields
          .filter((field) => field.checkVisibility({ visibilityProperty: true }))
          .map((field) => [
            (field as HTMLInputElement).labels?.[0]?.innerText.trim(),
            field.getBoundingClientRect().width,
          ]),
      );
    expect(widths.length).toBeGreaterThan(0);
    const small = widths.filter(([, found]) => Number(found) < narrowest);
    expect([width, small]).toEqual([width, []]);
    if (name === "live/compare.html") expect(widths).toHaveLength(5);
  }
});

test("on a phone a field stands below its label, on a wide window beside it", async () => {
  const { page } = await open("live/compare.html");
  const place = () =>
    page.getByLabel("Second council").evaluate((field: HTMLInputElement) => {
      const range = document.createRange();
      range.selectNode(field.labels![0].firstChild!);
      const { bottom, left, width } = range.getBoundingClientRect();
      const box = field.getBoundingClientRect();
      return box.top >= bottom ? "below" : box.left >= left + width ? "beside" : "over";
    });
  expect(await place()).toBe("beside");
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await place()).toBe("below");
});
