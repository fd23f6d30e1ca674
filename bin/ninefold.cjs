#!/usr/bin/env node
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const command = join(__dirname, "..", "dist", "cli", "main.cjs");
// As after `npm ci --ignore-scripts` in a clone.
if (existsSync(command)) require(command).main(process.argv.slice(2));
else {
  process.stderr.write("ninefold: it is not compiled yet: npm run build:js\n");
  process.exitCode = 2;
}
