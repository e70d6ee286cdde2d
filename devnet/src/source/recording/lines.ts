import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { fileTrouble, InputError, messageOf } from '../../input-error';

/** The parsed lines of a `.ndjson.gz` file, streamed: a recording may be larger than a string can be. */
export async function* jsonLines(path: string): AsyncGenerator<{ line: number; value: unknown }> {
  let line = 0;
  for await (const text of lines(path)) {
    line += 1;
    if (text !== '') yield { line, value: parseLine(text, line, path) };
  }
}

async function* lines(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  const plain = createGunzip();
  // pipe() hands no errors on: a file that cannot be read ends the unpacking with the same reason
  file.on('error', (error) => plain.destroy(error));
  let rest = '';
  try {
    for await (const chunk of file.pipe(plain).setEncoding('utf8')) {
      const parts = (rest + String(chunk)).split('\n');
      rest = parts.pop() ?? '';
      yield* parts;
    }
  } catch (error) {
    throw new InputError(`cannot read the recording's ${path}: ${fileTrouble(error)}`);
  }
  yield rest;
}

function parseLine(text: string, line: number, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`${basename(path)}, line ${line}, is not JSON: ${messageOf(error)}`);
  }
}
