import { expect, inject, test } from "vitest";
import { useBrowser } from "./openPage.js";

const open = useBrowser();

/** Fields to type in, which a page shows. */
const typed = "main input:is([type=search], [type=text], :not([type])), main textarea";

/** Pixels: on the narrowest windows a name of a council fits whole. */
const narrowest = 200;

test.each(inject("pages").filter((path) => path.startsWith("live/")))(
  "on a phone each field of %s is wide enough to type in",
  async (path) => {
    const { page } = await open(path);
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
      const small = widths.filter(([, found]) => Number(found) < narrowest);
      expect([width, small]).toEqual([width, []]);
      if (path === "live/compare.html") expect(widths).toHaveLength(5);
    }
  },
);

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
