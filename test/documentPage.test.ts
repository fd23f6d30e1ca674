import { describe, expect, it } from "vitest";
import { documentPage } from "../scripts/documentPage.js";

const names = new Set(["README.md", "notebooks.md", "data.md", "guides/ci.md"]);

describe("a document as a page", () => {
  it("leads from page to page, and tells what is none without a link", () => {
    const text =
      "# Use `it` in CI\n\n[a](../notebooks.md#cells) [b](../../data/README.md) [c](../../src/index.ts) [d](../README.md) [e](https://example.org/x.md)\n";
    const { path, html } = documentPage("guides/ci.md", text, names);
    expect(path).toBe("guides/ci.html");
    expect(html).toContain("<title>Use it in CI</title>");
    expect(html).toContain('<a href="../notebooks.html#cells">a</a>');
    expect(html).toContain('<a href="../data.html">b</a> c <a href="../index.html">d</a>');
    expect(html).toContain('<a href="https://example.org/x.md">e</a>');
    expect(html).toContain('<a href="../../index.html">Ninefold</a>');
  });

  it("anchors headings as links to them are written, and runs nothing", () => {
    const text = "# Notebooks\n\n## What's served, and how?\n\n<script>alert(1)</script>\n";
    const { html } = documentPage("notebooks.md", text, names);
    expect(html).toContain('<h2 id="whats-served-and-how">');
    expect(html).not.toContain("<script");
  });
});
