/** Placeholder until the commands are wired: prints nothing and fails. */
export function main(argv: readonly string[]): Promise<void> {
  throw new Error(`no command yet: ${argv.join(" ")}`);
}
