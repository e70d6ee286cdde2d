import type { ApiPromise } from '@polkadot/api';
import { Keyring } from '@polkadot/keyring';
import type { KeypairType } from '@polkadot/util-crypto/types';
import { InputError } from '../input-error';
import { tool } from './tool';

const USAGE = 'npm run devnet:tx -- //Alice pallet.call argument …   (the kind of key before it: --ed25519, --ecdsa)';

/** Signs a call with a development key, submits it, and tells what becomes of it until it is final. */
async function tx(api: ApiPromise, given: string[]): Promise<void> {
  const kind = given[0]?.startsWith('--') ? (given.shift()?.slice(2) as KeypairType) : 'sr25519';
  const [uri, path = '', ...args] = given;
  const [pallet = '', name = ''] = path.split('.');
  const make = api.tx[pallet]?.[name];
  if (uri === undefined || path === '') throw new InputError(`usage: ${USAGE}`);
  if (make === undefined) throw new InputError(`the chain has no call ${path}`);
  const expected = make.meta.args.map((arg) => `${arg.name}: ${arg.type}`);
  if (expected.length !== args.length) throw new InputError(`${path} wants (${expected.join(', ')})`);
  const call = make(...args.map(readable));
  await new Promise<void>((done, failed) => {
    call
      .signAndSend(new Keyring({ type: kind }).addFromUri(uri), ({ status, events, isError, txHash }) => {
        console.log(`${status.type}${status.isNone ? '' : ` ${status.inner.toString()}`}`);
        if (isError) failed(new Error(`the pool let ${txHash.toHex()} go: ${status.type}`));
        if (!status.isFinalized) return;
        for (const { event } of events) console.log(`  ${event.section}.${event.method} ${event.data.toString()}`);
        if (events.some(({ event }) => event.method === 'ExtrinsicFailed')) failed(new Error('the call failed'));
        else done();
      })
      .catch(failed);
  });
}

/** JSON where it is JSON (lists, numbers, null), else the text itself. */
function readable(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'number' ? text : value;
  } catch {
    return text;
  }
}

await tool('devnet:tx', tx);
