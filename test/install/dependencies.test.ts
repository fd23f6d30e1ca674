import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

it("docs/dependencies.md gives a reason for every dependency, and for no other", () => {
  const manifest = JSON.parse(read("package.json")) as Record<string, Record<string, string>>;
  const { dependencies, peerDependencies, devDependencies } = manifest;
  const firstCells = read("docs/dependencies.md").matchAll(/^\| (`[^|]*) \|/gm);
  const named = [...firstCells].flatMap(([, cell]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  );
  const onlyForDevelopment = Object.keys(devDependencies).filter(
    (name) => !(name in peerDependencies),
  );
  expect([...named].sort()).toEqual(
    [...Object.keys(dependencies), ...Object.keys(peerDependencies), ...onlyForDevelopment].sort(),
  );
});
