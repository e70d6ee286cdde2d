import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiPromise } from '@polkadot/api';
import { WebSocket } from 'ws';
import { InputError, messageOf } from '../input-error';
import { connectWallet } from './connect';

/** how long a tool waits for a chain that is being made */
const PATIENCE_MS = 120_000;
const RETRY_MS = 250;

/** Where the tools find the chain. */
const urlOf = (): string => process.env.DEVNET_URL ?? 'ws://127.0.0.1:9944';

/** What polkadot.js says without consequence, or beside the error it throws. */
const NOISE = /Unable to map .* to a lookup index|MetadataApi not available|submitAndWatchExtrinsic/;

/** Runs a command-line tool on a connected chain; what a person gave wrongly is told in one line, exit code 1. */
export async function tool(name: string, work: (api: ApiPromise, args: string[]) => Promise<void>): Promise<void> {
  for (const kind of ['log', 'warn', 'error'] as const) {
    const say = console[kind];
    console[kind] = (...words: unknown[]) => {
      if (!words.some((word) => NOISE.test(String(word)))) say(...words);
    };
  }
  try {
    const api = await connected();
    await work(api, process.argv.slice(2));
    await api.disconnect();
  } catch (error) {
    process.stderr.write(`${name}: ${messageOf(error)}\n`);
    process.exit(1);
  }
}

async function connected(): Promise<ApiPromise> {
  const url = urlOf();
  const end = Date.now() + PATIENCE_MS;
  while (!(await answers(url))) {
    if (Date.now() > end) {
      throw new InputError(`no chain answers at ${url}: start one with npm run devnet, or name another in DEVNET_URL`);
    }
    await sleep(RETRY_MS);
  }
  return connectWallet(url);
}

/** A chain that was just started first makes its past blocks. */
function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url);
    socket.once('error', () => resolve(false));
    socket.once('open', () => {
      socket.close();
      resolve(true);
    });
  });
}
