import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";

const script = `
import { main } from "./src/cli/main.ts";
process.stdin.once("data", () => main(["validate"]));
`;

it("ends quietly where the reader of its output has gone, as with | head", async () => {
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  child.stdout.destroy();
  await once(child.stdout, "close");
  child.stdin.end("go");
  const [code] = (await once(child, "close")) as [number | null];
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});
