/** Whether a text can name a part of a report: lower-case words with hyphens. */
export const isBlockId = (id: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id);
