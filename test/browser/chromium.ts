/** Where Chromium is: Debian's place, or what the environment names. */
export const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** No sandbox, since tests run as root in containers; nothing that would ask another host. */
export const chromiumFlags: string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
