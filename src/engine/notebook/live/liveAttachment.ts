import { toAttachment, type Attachment, type Readers } from "../files/attachment.js";

async function read(address: string, name: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`FileAttachment: ${name}: answered ${response.status}`);
  return response;
}

/** `FileAttachment` of a live notebook, whose files were copied beside its code. */
export function liveAttachments(
  files: Readonly<Record<string, string>>,
  readers: Readers,
): (name: string) => Attachment {
  return (name) => {
    if (!Object.hasOwn(files, name))
      throw new Error(`FileAttachment: expected a name in quotes of a file that is there: ${name}`);
    const address = files[name];
    return toAttachment(
      {
        name,
        bytes: async () => new Uint8Array(await (await read(address, name)).arrayBuffer()),
        url: () => Promise.resolve(address),
      },
      readers,
    );
  };
}
