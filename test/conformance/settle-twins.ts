import { type Chain, createChain } from '@moho/devnet/source/simulation/chain';
import { crustEconomy } from '@moho/devnet/source/simulation/economy/index';
import { feeOf } from '@moho/devnet/source/simulation/fee';
import { signExtrinsic } from '@moho/devnet/source/simulation/framework/extrinsic';
import { signer } from '@moho/devnet/source/simulation/framework/keys';
import { DEVNET_PROFILE, hexToBytes } from '@moho/protocol/base';
import { settleCall } from '@moho/protocol/settle-call';
import { type Settlement, type SettlementFile, settlement } from '@moho/protocol/settlement';
import { settlementFee, USUAL_SIGNING } from '@moho/protocol/transaction-fee';

/** A second history of one block, in which a stranger settles files and nothing else happens: what was told, what came. */

const CALLER = signer('settles what others forget');
const PURSE = 1_000_000_000_000n;
const FILES_A_BLOCK = 12;

type Hex = `0x${string}`;
interface EventRecord {
  readonly pallet: string;
  readonly name: string;
  readonly args: readonly unknown[];
  readonly phase: number | string;
}

export interface SettledTwin {
  cid: string;
  told: Settlement;
  /** whether the extrinsic ends with the call data told for it */
  callDataFits: boolean;
  /** the fee told for it */
  feeTold: bigint;
  /** what the chain's payment_queryInfo says of it */
  feeAnnounced: bigint | undefined;
  /** all that was transferred to the caller in the call */
  received: bigint;
  /** the treasury's part of its fee */
  treasuryPart: bigint;
  renewed: boolean;
  refused: boolean;
  /** the row afterwards */
  after: SettlementFile | null;
  /** from the storage pot to the reserved one */
  toReserved: bigint;
}

export interface TwinBlock {
  block: number;
  twins: SettledTwin[];
  /** what the caller has more than before, fees paid */
  balanceChange: bigint;
}

/** A chain of this spec with everybody on it, and a stranger with a purse. */
export const chainWithStranger = (seed: number, spec: number): Chain => {
  const economy = crustEconomy(seed, DEVNET_PROFILE.slotBlocks, {});
  return createChain({
    seed,
    profile: DEVNET_PROFILE,
    genesisTimeMs: 1_700_000_000_000,
    specVersion: spec,
    transactionVersion: 1,
    economy: {
      ...economy,
      genesis(runtime, given, flush) {
        economy.genesis(runtime, given, flush);
        runtime.pallets.balances.endow(CALLER.account, PURSE);
      },
    },
  });
};

const rowOf = (chain: Chain, cid: Hex): SettlementFile | null => {
  const file = chain.runtime.pallets.market.allFiles.get(cid);
  if (file === undefined) return null;
  const { fileSize, expiredAt, amount, prepaid, replicas } = file;
  return { sizeBytes: fileSize, expiredAt, amount, prepaid, hasReplicas: replicas.size > 0 };
};

const feesOf = (chain: Chain) => {
  const { baseFee, byteFee, keysFee } = chain.runtime.pallets.market.storage;
  return { base: baseFee.get(), byte: byteFee.get(), keys: keysFee.get() };
};

const sum = (events: readonly EventRecord[], name: string, wanted: (args: readonly unknown[]) => boolean): bigint =>
  events
    .filter((event) => `${event.pallet}.${event.name}` === name && wanted(event.args))
    .reduce((total, { args }) => total + (args.at(-1) as bigint), 0n);

/** Expired files first, the rest by the hash-like order of their names. */
const chosen = (chain: Chain, from: number): Hex[] => {
  const now = chain.head() + 1;
  const rank = (expiredAt: number) => (expiredAt !== 0 && expiredAt <= now ? 0 : 1);
  const entries = chain.runtime.pallets.market.allFiles.entries();
  entries.sort(([a, x], [b, y]) => rank(x.expiredAt) - rank(y.expiredAt) || (a < b ? -1 : 1));
  return entries.slice(from, from + FILES_A_BLOCK).map(([cid]) => cid);
};

/** Settles a dozen files in a twin of the next block and forgets it. */
export const settleTwin = (chain: Chain, from = 0): TwinBlock => {
  const head = chain.head();
  const { market, balances, system, transactionPayment } = chain.runtime.pallets;
  const cids = chosen(chain, from);
  const rows = new Map(cids.map((cid) => [cid, rowOf(chain, cid)]));
  const multiplier = transactionPayment.multiplier();
  const spec = chain.runtime.spec.version;
  const before = balances.free(CALLER.account);
  const firstNonce = system.account.get(CALLER.account).nonce;
  const signed = cids.map((cid, i) =>
    signExtrinsic(chain.signing, CALLER, market.calls.calculateReward({ cid }), firstNonce + i),
  );
  const announced = signed.map(({ encoded }) => feeOf(chain, encoded)?.partialFee);
  chain.produceBranch('settled', signed);
  // the fees step before any call of the block
  const fees = feesOf(chain);
  const records = chain.runtime.events.records as readonly EventRecord[];
  const { reserved, storage } = market.pots;
  const twins = cids.map((cid, i): SettledTwin => {
    const mine = records.filter(({ phase }) => phase === i + 1);
    const has = (name: string) => mine.some((event) => `${event.pallet}.${event.name}` === name);
    const file = rows.get(cid);
    if (file == null) throw new Error(`${cid} was there and is gone`);
    const told = settlement({ file, block: head + 1, fees, spec, profile: DEVNET_PROFILE });
    return {
      cid,
      told,
      callDataFits: signed[i]?.encoded.endsWith(settleCall(spec, hexToBytes(cid)).callData.slice(2)) ?? false,
      feeTold: settlementFee((cid.length - 2) / 2, spec, multiplier, {
        ...USUAL_SIGNING,
        nonce: firstNonce + i,
        mortal: false,
      }),
      feeAnnounced: announced[i],
      received: sum(mine, 'Balances.Transfer', ([, to]) => to === CALLER.account),
      treasuryPart: sum(mine, 'Treasury.Deposit', () => true),
      renewed: has('Market.RenewFileSuccess'),
      refused: has('System.ExtrinsicFailed'),
      after: rowOf(chain, cid),
      toReserved: sum(mine, 'Balances.Transfer', ([payer, to]) => payer === storage && to === reserved),
    };
  });
  const balanceChange = chain.runtime.pallets.balances.free(CALLER.account) - before;
  chain.rewind(head);
  return { block: head + 1, twins, balanceChange };
};
