import { parseArgs } from 'node:util';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { InputError, messageOf } from '../input-error';
import { report } from './report';
import { runRecording } from './run';

const USAGE = `npm run verify:devnet -- --recording FOLDER [--blocks N]

Runs every block of a recorded Crust chain through the simulation's pallets, each on the recorded state of its parent,
and compares every storage write and the events with what the real runtime left.

  --recording FOLDER  a folder with chain.json, genesis.ndjson.gz and blocks.ndjson.gz
  --blocks N          only the first N blocks
  --help              this text`;

interface Options {
  readonly folder: string;
  readonly firstBlocks?: number;
}

/** Undefined when help was asked for. Throws `InputError` on anything it does not know. */
export function readOptions(argv: readonly string[]): Options | undefined {
  const given = parse(argv);
  if (given.help) return undefined;
  if (given.recording === undefined) throw new InputError('name the recording with --recording FOLDER');
  if (given.blocks === undefined) return { folder: given.recording };
  if (!/^[1-9][0-9]*$/.test(given.blocks))
    throw new InputError(`--blocks takes a number of blocks, not ${given.blocks}`);
  return { folder: given.recording, firstBlocks: Number(given.blocks) };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: { recording: { type: 'string' }, blocks: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    }).values;
  } catch (error) {
    throw new InputError(messageOf(error).split('. ')[0] ?? '');
  }
}

/** `npm run verify:devnet`: exit code 0 when all is equal, 1 when not, 2 when it was asked wrongly. */
export async function main(argv: readonly string[]): Promise<void> {
  try {
    const options = readOptions(argv);
    if (options === undefined) {
      process.stdout.write(`${USAGE}\n`);
      return;
    }
    await cryptoWaitReady();
    const { lines, passed } = report(await runRecording(options.folder, options));
    process.stdout.write(`${lines.join('\n')}\n`);
    if (!passed) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
