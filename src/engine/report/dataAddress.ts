/**
 * An address that holds a text itself. Marks that an address may hold stay as they are, so that
 * pages are smaller and quicker to read than with all of them encoded.
 */
export function dataAddress(type: string, text: string): string {
  const encoded = encodeURIComponent(text).replace(/%(?:20|2C|2F|3A|3B|3D)/g, decodeURIComponent);
  return `data:${type},${encoded}`;
}
