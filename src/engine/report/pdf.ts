import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { ExpectedError, messageOf } from "../../errors.js";
import type { Report } from "./block.js";
import { readFonts } from "./fonts.js";
import { joinedTypst, type JoinedOptions } from "./joinedTypst.js";
import { withRowHeaders } from "./rowHeaders.js";
import { toTypst } from "./typst.js";
import type { TypstOptions } from "./typst.js";

export type PdfOptions = Omit<TypstOptions, "covers">;

interface Press {
  readonly compiler: NodeCompiler;
  readonly covers: TypstOptions["covers"];
}

/** Loads Typst and the fonts: about 0.2 s, so only when the first PDF is asked for. */
async function setUp(): Promise<Press> {
  const { NodeCompiler } = await import("@myriaddreamin/typst-ts-node-compiler");
  const { files, covers } = await readFonts();
  return {
    // The machine's fonts stay known to Typst and cannot be switched off. They are never used:
    // ours win by name, and the source asks for no other and has no character that ours lack.
    compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs: [...files] }] }),
    covers,
  };
}

let press: Promise<Press> | undefined;

/**
 * What Typst says is wrong, in one line. The compiler gives problems of the export as a dump of its
 * own in the message, and problems of the source as the error's code.
 */
function reasons(error: unknown): string {
  const dump = messageOf(error);
  const found = [...dump.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, message]) =>
    message.replace(/\\(["\\])/g, "$1"),
  );
  if (found.length > 0) return [...new Set(found)].join("; ");
  const { code } = error as { code?: unknown };
  const text = dump || (typeof code === "string" ? code : "");
  return text.replace(/^\d+: /, "").replace(/\s+/g, " ");
}

/**
 * A report as PDF, exported as PDF/UA-1 by Typst. The same report and date give the same bytes on
 * every run. Throws an ExpectedError that names the report where Typst refuses it.
 */
export function renderPdf(report: Report, options: PdfOptions): Promise<Uint8Array> {
  return print(report.id, (covers) => toTypst(report, { ...options, covers }));
}

/** Several reports as one PDF, as `renderPdf` makes one, with a list of them in front. */
export function renderJoinedPdf(
  id: string,
  reports: readonly Report[],
  options: Omit<JoinedOptions, "covers">,
): Promise<Uint8Array> {
  return print(id, (covers) => joinedTypst(reports, { ...options, covers }));
}

async function print(id: string, write: (covers: Press["covers"]) => string): Promise<Uint8Array> {
  press ??= setUp();
  const { compiler, covers } = await press;
  const source = write(covers);
  try {
    return withRowHeaders(
      compiler.pdf({ mainFileContent: source }, { pdfStandard: "ua-1", creationTimestamp: 0 }),
    );
  } catch (error) {
    throw new ExpectedError(`${id}.pdf: ${reasons(error)}`);
  } finally {
    // Many reports in one run would otherwise keep everything ever laid out. What the last one used
    // stays: the next one's style is the same.
    compiler.evictCache(1);
  }
}
