/** Imports a package that a library needs. Throws with what to install where it is missing. */
export async function needs<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    if (code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new Error(`it needs ${name}: npm install ${name}`, { cause: error });
  }
}
