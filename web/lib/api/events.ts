/** Reading server-sent events (WHATWG HTML §9.2): blocks of lines, of which only the data matters here. */

/** The data of each whole block in `text`, and what is left of the last one. */
export const splitEvents = (text: string): { events: { name: string; data: string }[]; rest: string } => {
  const blocks = text.replace(/\r\n?/g, '\n').split('\n\n');
  const rest = blocks.pop() ?? '';
  const events = blocks.flatMap((block) => {
    const lines = block.split('\n');
    const values = (field: string) =>
      lines
        .filter((line) => line.startsWith(`${field}:`))
        .map((line) => line.slice(field.length + 1).replace(/^ /, ''));
    const data = values('data');
    const name = values('event').at(-1) ?? 'message';
    return data.length === 0 ? [] : [{ name, data: data.join('\n') }];
  });
  return { events, rest };
};
