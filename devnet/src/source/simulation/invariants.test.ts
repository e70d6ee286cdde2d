import { DEVNET_PROFILE } from '@moho/protocol/base';
import { describe, expect, test } from 'vitest';
import { type Chain, createChain } from './chain';
import { crustEconomy } from './economy/index';
import { STAKING_LOCK } from './pallets/staking/ledger';

const sum = (values: Iterable<bigint>) => [...values].reduce((total, value) => total + value, 0n);

function make(seed: number): Chain {
  return createChain({
    seed,
    profile: DEVNET_PROFILE,
    genesisTimeMs: 1_700_000_000_000,
    specVersion: 25,
    transactionVersion: 1,
    economy: crustEconomy(seed, DEVNET_PROFILE.slotBlocks),
    freeze: true,
  });
}

/** Everything that must add up after any block, by name; empty when it does. */
function broken({ runtime }: Chain): string[] {
  const { balances, staking, system } = runtime.pallets;
  const s = staking.storage;
  const found: string[] = [];
  const must = (holds: boolean, what: string) => holds || found.push(what);
  const accounts = system.account.entries();
  must(
    sum(accounts.map(([, a]) => a.data.free + a.data.reserved)) === balances.totalIssuance(),
    'issuance is what accounts hold',
  );
  for (const [who, { data, consumers }] of accounts) {
    const locks = balances.locks(who);
    const frozen = locks.reduce((most, lock) => (lock.amount > most ? lock.amount : most), 0n);
    must(data.miscFrozen === frozen, `${who}: frozen is the biggest lock`);
    must(consumers >= (locks.length > 0 ? 1 : 0), `${who}: a lock counts as a consumer`);
  }
  for (const [controller, ledger] of s.ledger.entries()) {
    const lock = balances.locks(ledger.stash).find((l) => l.id === STAKING_LOCK);
    must(s.bonded.get(ledger.stash) === controller, `${controller}: ledger and bond name each other`);
    must(ledger.total === ledger.active + sum(ledger.unlocking.map((c) => c.value)), `${controller}: ledger adds up`);
    must(lock?.amount === ledger.total, `${controller}: the lock mirrors the ledger`);
    must(ledger.total <= balances.free(ledger.stash), `${controller}: bonded funds are there`);
  }
  for (const [stash, row] of s.guarantors.entries()) {
    must(row.total === sum(row.targets.map((t) => t.value)), `${stash}: guarantee adds up`);
    must(row.targets.length <= 16 && !s.validators.has(stash), `${stash}: guarantor, not validator`);
  }
  for (const era of s.erasStakers.prefixes()) {
    const rows = s.erasStakers.entries(era);
    must(
      s.erasTotalStakes.get(era) === sum(rows.map(([, e]) => e.total)),
      `era ${era}: total stake is the sum of exposures`,
    );
  }
  return found;
}

describe.each([1, 2, 3])('the economy of seed %i', (seed) => {
  test('adds up after every block; issuance moves only by rewards, the pot’s burn and waived fees', () => {
    const chain = make(seed);
    const { balances, benefits } = chain.runtime.pallets;
    let issuance = balances.totalIssuance();
    for (let block = 1; block <= 700; block++) {
      const quotaBefore = benefits.current.get();
      expect(chain.produce()).toEqual([]);
      const { records } = chain.runtime.events;
      const eraEnds = records.some((e) => e.name === 'EraReward');
      const minted = sum(
        records.filter((e) => e.pallet === 'Staking' && e.name === 'Reward').map((e) => e.args[1] as bigint),
      );
      const waived = eraEnds ? 0n : benefits.current.get().usedFeeReductionQuota - quotaBefore.usedFeeReductionQuota;
      const change = balances.totalIssuance() - issuance;
      if (eraEnds) expect(change).toBeLessThanOrEqual(minted);
      else expect({ block, change }).toEqual({ block, change: minted + waived });
      issuance = balances.totalIssuance();
      if (block % 10 === 0) expect({ block, broken: broken(chain) }).toEqual({ block, broken: [] });
    }
  });
});
