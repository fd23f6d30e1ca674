import type { Attachment } from "../fileAttachment.js";

async function read(address: string, name: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`FileAttachment: ${name}: answered ${response.status}`);
  return response;
}

/** `FileAttachment` of a live notebook, whose files were copied beside its code. */
export function liveAttachments(
  files: Readonly<Record<string, string>>,
): (name: string) => Attachment {
  return (name) => {
    if (!Object.hasOwn(files, name))
      throw new Error(`FileAttachment: expected a name in quotes of a file that is there: ${name}`);
    const address = files[name];
    return {
      name: name.slice(name.lastIndexOf("/") + 1),
      text: async (encoding?: string) =>
        new TextDecoder(encoding).decode(await (await read(address, name)).arrayBuffer()),
      json: async () => (await read(address, name)).json() as Promise<unknown>,
      arrayBuffer: async () => (await read(address, name)).arrayBuffer(),
    };
  };
}
