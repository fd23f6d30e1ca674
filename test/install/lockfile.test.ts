import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";

/**
 * What `npm ci` fetches and runs: packages of the registry at fixed versions, and no script that
 * downloads anything.
 */

type Versions = Readonly<Record<string, string>>;
type Overrides = { readonly [name: string]: string | Overrides };

interface Manifest {
  readonly dependencies: Versions;
  readonly devDependencies: Versions;
  readonly peerDependencies: Versions;
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional?: boolean }>>;
  readonly overrides: Overrides;
}

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Versions;
  readonly optionalDependencies?: Versions;
}

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const manifest = JSON.parse(read("package.json")) as Manifest;
const lock = JSON.parse(read("package-lock.json")) as {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, LockedPackage>>;
};
const locked = Object.entries(lock.packages).filter(([path]) => path !== "");
const nameOf = (path: string) => path.replace(/^.*node_modules\//, "");

/** True of a version, range, tag or alias of a registry package; false of an address or a path. */
function isRegistrySpec(spec: string): boolean {
  const range = spec.replace(/^npm:(@[\w.-]+\/)?[\w.-]+@?/, "");
  return !/[:/]/.test(range);
}

/** Every version in overrides, with the path to it. */
function overrideSpecs(overrides: Overrides, path = ""): [string, string][] {
  return Object.entries(overrides).flatMap(([name, value]) =>
    typeof value === "string"
      ? [[`${path}${name}`, value] as [string, string]]
      : overrideSpecs(value, `${path}${name} > `),
  );
}

describe("what is asked for", () => {
  it("tells registry versions from addresses and paths", () => {
    for (const spec of ["1.2.3", "^1 || >=2.0.0-beta", "npm:@e965/xlsx@^0.20.3", "latest", "*"])
      expect(isRegistrySpec(spec), spec).toBe(true);
    for (const spec of [
      "https://example.org/x.tgz",
      "git+ssh://git@example.org/x.git",
      "github:owner/name",
      "owner/name#main",
      "file:../x",
      "../x",
      "npm:x@https://example.org/x.tgz",
    ])
      expect(isRegistrySpec(spec), spec).toBe(false);
  });

  it("is a fixed version of every dependency", () => {
    for (const [name, version] of [
      ...Object.entries(manifest.dependencies),
      ...Object.entries(manifest.devDependencies),
    ])
      // DuckDB counts its builds of a version.
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-r\.\d+)?$/);
  });

  it("leaves the data frame libraries to whoever wants them", () => {
    expect(manifest.peerDependenciesMeta).toMatchObject({
      arquero: { optional: true },
      "danfojs-node": { optional: true },
    });
    for (const name of ["arquero", "danfojs-node"]) {
      expect(manifest.dependencies).not.toHaveProperty([name]);
      expect(manifest.devDependencies).toHaveProperty([name]);
      expect(manifest.peerDependencies).toHaveProperty([name]);
    }
  });

  it("replaces what asks for an address, a binary download or a package that is not there", () => {
    // xlsx of danfojs-node is an address; tfjs-node downloads a library; request is unmaintained
    // and flechette 2.7.0 asks for a package that the registry lacks
    expect(Object.keys(manifest.overrides)).toContain("@uwdata/flechette");
    expect(Object.keys(manifest.overrides["danfojs-node"] ?? {}).sort()).toEqual([
      "@tensorflow/tfjs-node",
      "request",
      "xlsx",
    ]);
    for (const [path, spec] of overrideSpecs(manifest.overrides))
      expect(isRegistrySpec(spec), `${path}: ${spec}`).toBe(true);
    expect(lock.packages["node_modules/@uwdata/flechette"]?.version).toBe("2.6.0");
  });
});

describe("the lockfile", () => {
  it("is of a version that npm 10 and 11 write", () => {
    expect(lock.lockfileVersion).toBe(3);
    expect(locked.length).toBeGreaterThan(100);
  });

  it("locks the versions that are asked for", () => {
    const { dependencies, devDependencies } = manifest;
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
  });

  it("takes nothing from outside the registry", () => {
    for (const [path, { version, resolved, link }] of locked) {
      expect(link, path).toBeUndefined();
      expect(version, path).toMatch(/^\d+\.\d+\.\d+/);
      // the registry is whichever one the person installing uses, so no address is recorded
      expect(resolved, path).toBeUndefined();
    }
  });

  it("records a checksum of everything, on every platform", () => {
    for (const [path, { integrity }] of locked) expect(integrity, path).toMatch(/^sha512-/);
  });

  it("asks for no address, except where an override replaces it", () => {
    const replaced = new Set(
      overrideSpecs(manifest.overrides).map(([path]) => path.replace(/^.* > /, "")),
    );
    for (const [path, { dependencies, optionalDependencies }] of locked)
      for (const [name, spec] of Object.entries({ ...dependencies, ...optionalDependencies })) {
        if (nameOf(path) === "danfojs-node" && replaced.has(name)) continue;
        expect(isRegistrySpec(spec), `${path}: ${name} ${spec}`).toBe(true);
      }
  });

  it("has every platform of the Typst compiler", () => {
    const compiler = "@myriaddreamin/typst-ts-node-compiler";
    const main = lock.packages[`node_modules/${compiler}`];
    const platforms = Object.entries(main.optionalDependencies ?? {});
    expect(platforms.length).toBeGreaterThanOrEqual(10);
    for (const [name, version] of platforms) {
      const entry = lock.packages[`node_modules/${name}`];
      expect(entry, name).toMatchObject({ version, optional: true });
      expect(entry.os, name).toHaveLength(1);
      expect(entry.cpu, name).toHaveLength(1);
      expect(name.startsWith(`${compiler}-${entry.os![0]}-${entry.cpu![0]}`), name).toBe(true);
    }
  });
});

describe("scripts that run at install", () => {
  const scripted = locked.filter(([, { hasInstallScript }]) => hasInstallScript);

  it("are two, each harmless", () => {
    expect(scripted.map(([path]) => nameOf(path)).sort()).toEqual(["core-js", "esbuild"]);
  });

  // a part of danfojs-node, so it may have been removed with it
  it("of core-js print a banner and load nothing that reaches a network", () => {
    const file = new URL("node_modules/core-js/postinstall.js", root);
    if (!existsSync(file)) {
      expect(existsSync(new URL("node_modules/danfojs-node", root))).toBe(false);
      return;
    }
    const script = readFileSync(file, "utf8");
    const modules = [...script.matchAll(/require\(([^)]*)\)/g)].map(([, name]) => name);
    expect(modules).toEqual(["'fs'", "'os'", "'path'"]);
    expect(script).not.toMatch(/\bimport\b|child_process|fetch\(/);
  });

  it("of esbuild find its binary in a package of the lockfile, so that it downloads none", () => {
    const { version, optionalDependencies = {} } = lock.packages["node_modules/esbuild"];
    for (const [name, spec] of Object.entries(optionalDependencies)) {
      expect(spec, name).toBe(version);
      expect(lock.packages[`node_modules/${name}`], name).toMatchObject({
        version,
        optional: true,
      });
      expect(lock.packages[`node_modules/${name}`].integrity, name).toMatch(/^sha512-/);
    }
    const require = createRequire(new URL("node_modules/esbuild/install.js", root));
    const name = `@esbuild/${process.platform}-${process.arch}`;
    expect(Object.keys(optionalDependencies)).toContain(name);
    expect(require(`${name}/package.json`)).toMatchObject({ name, version });
  });
});
