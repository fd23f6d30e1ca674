/** So many bytes at a time, as each becomes an argument of a call. */
const chunk = 0x8000;

/** An address that holds bytes themselves. */
export function bytesAddress(type: string, bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += chunk)
    binary += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return `data:${type};base64,${btoa(binary)}`;
}
