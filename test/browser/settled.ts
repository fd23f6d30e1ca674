import type { Page } from "playwright-core";

/** Resolves once a page has not changed for a while, however slow the machine is. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    (quiet) =>
      new Promise<void>((resolve) => {
        const end = () => {
          observer.disconnect();
          resolve();
        };
        let timer = setTimeout(end, quiet);
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(end, quiet);
        });
        observer.observe(document.querySelector("main")!, {
          attributes: true,
          childList: true,
          characterData: true,
          subtree: true,
        });
      }),
    300,
  );
}
