/** What a live page may load: its own host's files only, and no text becomes code. */
export const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

/** The policy of a page whose notebook uses a package that compiles text into code. */
export const compilingPolicy = `${policy}; script-src 'self' 'unsafe-eval'`;

/** The policy of a page whose notebook uses a package that was compiled before, for any machine. */
export const assemblyPolicy = `${policy}; script-src 'self' 'wasm-unsafe-eval'`;

/** The names of libraries that are such packages. */
export const assembled: readonly string[] = ["dot"];

/** Packages that compile text into code. */
export const compiling: readonly string[] = ["arquero", "danfojs"];
