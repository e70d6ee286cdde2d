import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { fileTrouble, InputError, messageOf } from '../../input-error';

/** The parsed lines of a `.ndjson.gz` file, streamed: a recording may be larger than a string can be. */
export async function* jsonLines(path: string): AsyncGenerator<{ line: number; value: unknown }> {
  const file = createReadStream(path);
  const plain = createGunzip();
  // readline does not forward errors of its input, so both streams hand theirs to the one place that throws
  let failure: Error | undefined;
  const reader = createInterface({ input: plain, crlfDelay: Number.POSITIVE_INFINITY });
  const fail = (error: Error): void => {
    failure ??= error;
    reader.close();
  };
  file.on('error', fail);
  plain.on('error', fail);
  file.pipe(plain);
  let line = 0;
  for await (const text of reader) {
    line += 1;
    if (text !== '') yield { line, value: parseLine(text, line, path) };
  }
  if (failure) throw new InputError(`cannot read the recording's ${path}: ${fileTrouble(failure)}`);
}

function parseLine(text: string, line: number, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`${basename(path)}, line ${line}, is not JSON: ${messageOf(error)}`);
  }
}
