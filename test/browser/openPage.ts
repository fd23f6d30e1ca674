import { chromium as playwright, type Browser, type BrowserContextOptions } from "playwright-core";
import { afterAll, afterEach, beforeAll, inject } from "vitest";
import type { BrowserContext, Page } from "playwright-core";
import { chromium, chromiumFlags } from "./chromium.js";

export interface OpenPage {
  readonly page: Page;
  /** Errors and warnings in the console, and errors that nothing caught. */
  readonly complaints: string[];
  /** Addresses of other hosts that the page asked for something. */
  readonly outside: string[];
}

/**
 * A browser for the tests of a file. Gives a function that opens a page of the site; requests to
 * other hosts are noted and refused.
 */
export function useBrowser() {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await playwright.launch({ executablePath: chromium, args: chromiumFlags });
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(() => browser.close());

  async function open(
    path: string,
    options: BrowserContextOptions = {},
    address: string = inject("address"),
  ): Promise<OpenPage> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    // A bound on what never comes, and no measure of speed.
    context.setDefaultTimeout(60_000);
    contexts.push(context);
    const page = await context.newPage();
    const complaints: string[] = [];
    const outside: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.route(
      (url) => url.origin !== address && !["data:", "blob:"].includes(url.protocol),
      (route) => {
        outside.push(route.request().url());
        return route.abort();
      },
    );
    await page.goto(`${address}/${path}`);
    if (path.startsWith("live/") && options.javaScriptEnabled !== false)
      await page.waitForSelector('main:is([data-state="ready"], [data-state="failed"])');
    return { page, complaints, outside };
  }
  return open;
}
