/**
 * The documents as pages of the site, in `docs/` of its folder: the guides, what each file of data
 * holds, and the reference of everything that the package exports, which typedoc reads from the
 * sources. Run it before `ninefold site`, whose front page then links to it.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Application } from "typedoc";
import { documentPage } from "./documentPage.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const out = path.resolve(process.argv[2] ?? path.join(root, "reports", "site"), "docs");

/** Writes the reference as Markdown into a folder. */
async function writeReference(folder: string): Promise<void> {
  const options = {
    plugin: ["typedoc-plugin-markdown"],
    entryPoints: ["index", "node", "notebook"].map((name) => path.join(root, `src/${name}.ts`)),
    tsconfig: path.join(root, "tsconfig.json"),
    name: "Reference",
    out: folder,
    readme: "none",
    disableSources: true,
    logLevel: "Error",
    outputFileStrategy: "members",
    hidePageHeader: true,
    hideBreadcrumbs: true,
    useCodeBlocks: true,
    indexFormat: "table",
    parametersFormat: "table",
  };
  const typedoc = await Application.bootstrapWithPlugins(options as object);
  const read = await typedoc.convert();
  if (read === undefined) throw new Error("typedoc: the sources could not be read");
  if (typedoc.logger.hasErrors()) throw new Error("typedoc: the sources have errors, as above");
  await typedoc.generateOutputs(read);
}

/** The documents of a folder: their text by their path from `docs/`. */
function documentsIn(folder: string, at: string): [string, string][] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry): [string, string] => {
      const file = path.join(entry.parentPath, entry.name);
      const name = path.relative(folder, file).split(path.sep).join("/");
      return [`${at}${name}`, readFileSync(file, "utf8")];
    });
}

const scratch = mkdtempSync(path.join(tmpdir(), "ninefold-reference-"));
try {
  await writeReference(scratch);
  const guides = documentsIn(path.join(root, "docs"), "");
  const data = readFileSync(path.join(root, "data", "README.md"), "utf8");
  const texts = new Map([
    ...guides,
    ["data.md", data] as const,
    ...documentsIn(scratch, "reference/"),
  ]);
  rmSync(out, { recursive: true, force: true });
  for (const [name, text] of texts) {
    const page = documentPage(name, text, new Set(texts.keys()));
    const file = path.join(out, page.path);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, page.html);
  }
  console.log(`${path.join(out, "index.html")}: ${texts.size} pages`);
} finally {
  rmSync(scratch, { recursive: true });
}
