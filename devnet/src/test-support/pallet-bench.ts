import { DEVNET_PROFILE } from '@moho/protocol/base';
import { type Chain, createChain } from '../source/simulation/chain';
import { type Call, signed } from '../source/simulation/framework/dispatch';
import { type Signer, signer } from '../source/simulation/framework/keys';
import type { Hex } from '../source/source';

export const CRU = 1_000_000_000_000n;
export const who = (name: string): Signer => signer(`bench/${name}`);
export const id = (name: string): Hex => who(name).account;

export interface Bench {
  readonly chain: Chain;
  readonly pallets: Chain['runtime']['pallets'];
  /** Dispatches without fees; 'ok' or the error's name, with the events it left. */
  run(from: string | Hex, call: Call): { result: string; events: string[] };
  /** Signs, includes in the next block; the events of that extrinsic. */
  include(from: string, call: Call, tip?: bigint): { events: string[]; length: number };
  /** Makes blocks until `done` holds after one; its events as `Pallet.Event`. */
  until(done: (events: string[]) => boolean): string[];
  issuanceIsTheSumOfBalances(): boolean;
}

/** A chain whose only inhabitants are `funds` (name -> pico CRU); stored values are frozen, so changing one in place fails. */
export function bench(
  funds: Record<string, bigint>,
  genesis: (pallets: Bench['pallets']) => void = () => undefined,
): Bench {
  let wanted: { from: string; call: Call; tip?: bigint }[] = [];
  const chain = createChain({
    seed: 1,
    profile: DEVNET_PROFILE,
    genesisTimeMs: 1_700_000_000_000,
    specVersion: 25,
    transactionVersion: 1,
    freeze: true,
    economy: {
      genesis(rt) {
        for (const [name, amount] of Object.entries(funds))
          rt.pallets.balances.endow(name.startsWith('0x') ? (name as Hex) : id(name), amount);
        genesis(rt.pallets);
      },
      block: ({ sign }) => wanted.splice(0).map(({ from, call, tip }) => sign(who(from), call, tip)),
    },
  });
  const { runtime } = chain;
  const { records } = runtime.events;
  const shown = (from = 0) => records.slice(from).map((e) => `${e.pallet}.${e.name}`);
  return {
    chain,
    pallets: runtime.pallets,
    run(from, call) {
      const start = records.length;
      const outcome = runtime.dispatch(call, signed(from.startsWith('0x') ? (from as Hex) : id(from)));
      return { result: outcome.ok ? 'ok' : outcome.name.replace(/^.*\./, ''), events: shown(start) };
    },
    include(from, call, tip) {
      wanted = [{ from, call, tip }];
      const refused = chain.produce();
      if (refused[0]) throw new Error(refused[0].why.data ?? refused[0].why.message);
      const events = records.filter((e) => e.phase === 1).map((e) => `${e.pallet}.${e.name}`);
      return { events, length: ((chain.body(chain.head())[1] ?? '0x').length - 2) / 2 };
    },
    until(done) {
      for (let i = 0; i < 100_000; i++) {
        chain.produce();
        if (done(shown())) return shown();
      }
      throw new Error('it never came');
    },
    issuanceIsTheSumOfBalances() {
      const held = runtime.pallets.system.account
        .entries()
        .reduce((sum, [, { data }]) => sum + data.free + data.reserved, 0n);
      return held === runtime.pallets.balances.totalIssuance();
    },
  };
}
