import { describe, expect, it } from "vitest";
import { parsePage } from "../../../src/cqc/parse/parsePage.js";
import type { ParsedPage } from "../../../src/cqc/parse/parsedPage.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { ratingsOf } from "../../../src/ratings/scheme.js";
import { fuzz } from "./fuzz.js";

/** A sample of what `npm run fuzz` does, and that it would find what is wrong. */

const { councils, scheme } = readDataset();
const ratings = ratingsOf(scheme);
const run = (parse: (content: string, slug?: string) => ParsedPage, pages = 600) =>
  fuzz({ parse, councils, pages, seed: 7 });
const parse = (content: string, slug?: string) => parsePage(content, { councils, scheme, slug });

describe("the fuzz", () => {
  it("finds no wrong row, and many that are right and many that are refused", () => {
    const result = run(parse);
    expect(result.violations).toEqual([]);
    expect(result).toMatchObject({ wrong: 0, thrown: 0, slow: 0 });
    expect(result.accepted + result.refused).toBe(result.pages);
    expect(result.accepted).toBeGreaterThan(150);
    expect(result.refused).toBeGreaterThan(150);
    // A parser that refuses everything would be right about nothing.
    expect(result.kept.accepted / result.kept.pages).toBeGreaterThan(0.9);
  });

  it("finds a parser that searches the whole page for the word", () => {
    const word = (content: string) =>
      [...ratings].reverse().find((rating) => content.toLowerCase().includes(rating.toLowerCase()));
    const result = run((content, slug) => ({
      ...parse(content, slug),
      rating: word(content) ?? null,
    }));
    expect(result.wrong).toBeGreaterThan(20);
    expect(result.violations[0].what).toMatch(/^rating /);
  });

  it("finds a parser that takes the first digit after each name", () => {
    const result = run((content, slug) => {
      const page = parse(content, slug);
      const digits = [...content.matchAll(/[1-4]/g)].map(([digit]) => Number(digit) as 1);
      return { ...page, scores: page.scores.map((_, i) => digits[i] ?? null) };
    });
    expect(result.wrong).toBeGreaterThan(20);
  });

  it("finds a parser that does not compare what it reads", () => {
    const contradictions = /says|not what this says|as the scores|as the known|as the percentage/;
    const result = run((content, slug) => {
      const page = parse(content, slug);
      return { ...page, problems: page.problems.filter((p) => !contradictions.test(p)) };
    });
    expect(result.wrong).toBeGreaterThan(5);
  });

  it("finds a parser that reads a page though it has a notice", () => {
    const result = run((content, slug) => {
      const page = parse(content, slug);
      const notice = /may no longer stand|not a text that such a page has/;
      return { ...page, problems: page.problems.filter((p) => !notice.test(p)) };
    });
    expect(result.wrong).toBeGreaterThan(20);
  });

  it("finds a parser that takes a percentage from anywhere", () => {
    const result = run((content, slug) => {
      const page = parse(content, slug);
      const anywhere = [...content.matchAll(/Score: (\d\d)/g)].at(-1)?.[1];
      const problems = page.problems.filter((p) => !p.includes("Score: "));
      return { ...page, problems, percentage: anywhere ? Number(anywhere) : page.percentage };
    }, 2400);
    expect(result.wrong).toBeGreaterThan(5);
  });

  it("finds a parser that takes a day from an address, or a date from anywhere", () => {
    const first = run((content, slug) => {
      const page = parse(content, slug);
      return page.published?.length === 7 ? { ...page, published: `${page.published}-01` } : page;
    });
    expect(first.wrong).toBeGreaterThan(5);
    const anywhere = run((content, slug) => {
      const page = parse(content, slug);
      const problems = page.problems.filter((p) => !p.includes("published"));
      return { ...page, problems, published: page.published ?? "2025-01-01" };
    });
    expect(anywhere.wrong).toBeGreaterThan(5);
  });

  it("finds a parser that reads items by their place, whatever they are called", () => {
    const result = run((content, slug) => {
      const page = parse(content, slug);
      return { ...page, problems: page.problems.filter((p) => !p.includes("by this name")) };
    });
    expect(result.wrong).toBeGreaterThan(5);
  });

  it("finds a parser that throws, and one that is slow", () => {
    expect(
      run(() => {
        throw new Error("no");
      }, 3),
    ).toMatchObject({ thrown: 3 });
    const slow = (content: string) => {
      const start = process.cpuUsage();
      // It is asked seldom, as the question takes time that is not the user's.
      while (process.cpuUsage(start).user < 1_010_000)
        for (let i = 0; i < 1e6; i += 1) Math.sqrt(i);
      return parse(content);
    };
    expect(run(slow, 1)).toMatchObject({ slow: 1 });
  });
});
