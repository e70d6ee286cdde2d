/** One instruction of a Dockerfile, continuation lines joined. */
export interface Instruction {
  word: string;
  rest: string;
}

const KNOWN = new Set([
  'FROM',
  'ENV',
  'WORKDIR',
  'COPY',
  'RUN',
  'USER',
  'EXPOSE',
  'VOLUME',
  'CMD',
  'ENTRYPOINT',
  'ARG',
]);

/** Reads a Dockerfile. Throws on an instruction it does not know. */
export function parseDockerfile(text: string): Instruction[] {
  const lines = text
    .replaceAll('\\\n', ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [word = '', ...rest] = line.split(/\s+/);
    if (!KNOWN.has(word)) throw new Error(`unknown Dockerfile instruction: ${line}`);
    return { word, rest: rest.join(' ') };
  });
}

/** Sources and target of a COPY. */
export function copyParts(rest: string): { sources: string[]; target: string } {
  const parts = rest.split(' ').filter((part) => !part.startsWith('--'));
  return { sources: parts.slice(0, -1), target: parts.at(-1) ?? '' };
}

/** Variables an ENV instruction sets. */
export function envParts(rest: string): Record<string, string> {
  return Object.fromEntries(rest.split(' ').map((pair) => pair.split('=') as [string, string]));
}

/** Words of a CMD or ENTRYPOINT in its JSON form. */
export function commandWords(rest: string): string[] {
  return JSON.parse(rest) as string[];
}
