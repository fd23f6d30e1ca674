/** Tables by name, each of which is made when it is first read, once. */
export function tablesWhenRead<T>(
  names: readonly string[],
  make: (name: string) => T,
): Readonly<Record<string, T>> {
  const tables: Record<string, T> = {};
  for (const name of names) {
    let made: { readonly table: T } | undefined;
    const get = () => (made ??= { table: make(name) }).table;
    Object.defineProperty(tables, name, { enumerable: true, get });
  }
  return Object.freeze(tables);
}
