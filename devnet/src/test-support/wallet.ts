import { DEVNET_PROFILE } from '@moho/protocol/base';
import type { ApiPromise } from '@polkadot/api';
import type { SubmittableExtrinsic } from '@polkadot/api/types';
import { Keyring } from '@polkadot/keyring';
import type { KeyringPair } from '@polkadot/keyring/types';
import { simulationSource } from '../index';
import { serve } from '../serve';
import type { Economy } from '../source/simulation/economy';
import type { SimulatedChain, SimulationOptions } from '../source/simulation/index';
import { smallEconomy } from '../source/simulation/small-economy';
import { connectWallet } from '../tools/connect';
import { quietPolkadot } from './client';
import { watch } from './watch';

export const CRU = 1_000_000_000_000n;
export const KEY_KINDS = ['sr25519', 'ed25519', 'ecdsa'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];
export type Call = SubmittableExtrinsic<'promise'>;

/** The small economy with a market that takes orders. */
function openMarket(seed: number): Economy {
  const economy = smallEconomy(seed);
  return {
    ...economy,
    genesis(runtime, given, lay) {
      economy.genesis(runtime, given, lay);
      runtime.pallets.market.genesis();
      runtime.pallets.market.storage.enableMarket.set(true);
    },
  };
}

/** A small simulated chain, served, and a polkadot.js wallet that talks to it. */
export interface Wallet {
  readonly chain: SimulatedChain;
  readonly url: string;
  readonly port: number;
  readonly api: ApiPromise;
  readonly alice: KeyringPair;
  tx(pallet: string, name: string, ...args: unknown[]): Call;
  transfer(to: KeyringPair, amount: bigint): Call;
  /** a fresh account of one kind with 10 CRU */
  funded(kind: KeyKind, name: string, amount?: bigint): Promise<KeyringPair>;
  /** signs, submits, makes blocks, and waits until the extrinsic is final in it */
  send(call: Call, from: KeyringPair, options?: object): Promise<{ events: string[] }>;
  /** what a node answers to a submission, as polkadot.js words it */
  refusal(call: Call, from: KeyringPair, options?: object): Promise<string>;
  free(who: KeyringPair): Promise<bigint>;
  close(): Promise<void>;
}

export async function wallet(options: Partial<SimulationOptions> = {}): Promise<Wallet> {
  const loud = quietPolkadot();
  const chain = await simulationSource({
    seed: 3,
    blocks: 30,
    // no session begins meanwhile: its block would take no transactions
    profile: { ...DEVNET_PROFILE, sessionBlocks: 6_000 },
    blockTimeMs: 0,
    economy: openMarket,
    ...options,
  });
  const served = await serve({ source: chain, port: 0, unsafe: true });
  const api = await connectWallet(served.url);
  const alice = new Keyring({ type: 'sr25519' }).addFromUri('//Alice');

  const tx = (pallet: string, name: string, ...args: unknown[]): Call => {
    const call = api.tx[pallet]?.[name];
    if (call === undefined) throw new Error(`the chain knows no ${pallet}.${name}`);
    return call(...args);
  };
  const transfer = (to: KeyringPair, amount: bigint) => tx('balances', 'transfer', to.addressRaw, amount);
  const send = async (call: Call, from: KeyringPair, signing = {}) => {
    const told = await watch(call, from, signing);
    chain.produce(1 + (options.finalityLag ?? 0));
    const { events } = await told.until('isFinalized');
    return { events: events.map(({ event }) => `${event.section}.${event.method}`) };
  };
  return {
    chain,
    url: served.url,
    port: served.port,
    api,
    alice,
    tx,
    transfer,
    send,
    async funded(kind, name, amount = 10n * CRU) {
      const pair = new Keyring({ type: kind }).addFromUri(`//${name}`);
      await send(transfer(pair, amount), alice);
      return pair;
    },
    refusal: (call, from, signing = {}) =>
      call.signAndSend(from, { ...signing }).then(
        () => 'accepted',
        (error: Error) => error.message,
      ),
    async free(who) {
      const account = await api.query.system?.account?.(who.addressRaw);
      return (account as unknown as { data: { free: { toBigInt(): bigint } } }).data.free.toBigInt();
    },
    async close() {
      await api.disconnect();
      await served.close();
      chain.close();
      loud();
    },
  };
}
