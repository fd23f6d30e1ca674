/** What a live page may load: its own host's files only, and no text becomes code. */
export const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

/** The policy of a page whose notebook uses a package that compiles text into code. */
export const compilingPolicy = `${policy}; script-src 'self' 'unsafe-eval'`;

/** Packages that compile text into code. */
export const compiling: readonly string[] = ["arquero", "danfojs"];
