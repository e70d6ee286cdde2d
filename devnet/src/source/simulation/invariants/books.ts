import type { Chain } from '../chain';
import { POTS } from '../pallets/market/storage';
import { STAKING_LOCK } from '../pallets/staking/ledger';

const sum = (values: Iterable<bigint>) => [...values].reduce((total, value) => total + value, 0n);
export type Must = (holds: boolean, what: string) => void;

/** Issuance, locks and counters of accounts. */
export function moneyAddsUp({ runtime }: Chain, must: Must): void {
  const { balances, system } = runtime.pallets;
  const accounts = system.account.entries();
  const held = sum(accounts.map(([, { data }]) => data.free + data.reserved));
  must(held === balances.totalIssuance(), 'issuance is what accounts hold');
  for (const [who, { data, consumers, providers }] of accounts) {
    const locks = balances.locks(who);
    const frozen = locks.reduce((most, lock) => (lock.amount > most ? lock.amount : most), 0n);
    must(data.miscFrozen === frozen, `${who}: frozen is the biggest lock`);
    must(consumers >= (locks.length > 0 ? 1 : 0), `${who}: a lock counts as a consumer`);
    must(providers > 0, `${who}: something provides for it`);
    must(data.free + data.reserved >= balances.existentialDeposit, `${who}: holds what an account must`);
  }
}

/** Bonds, votes and the snapshots of eras. */
export function stakesAddUp({ runtime }: Chain, must: Must): void {
  const { balances, staking } = runtime.pallets;
  const s = staking.storage;
  for (const [controller, ledger] of s.ledger.entries()) {
    const lock = balances.locks(ledger.stash).find((l) => l.id === STAKING_LOCK);
    must(s.bonded.get(ledger.stash) === controller, `${controller}: ledger and bond name each other`);
    must(ledger.total === ledger.active + sum(ledger.unlocking.map((c) => c.value)), `${controller}: ledger adds up`);
    must((lock?.amount ?? 0n) === ledger.total, `${controller}: the lock mirrors the ledger`);
    must(ledger.total <= balances.free(ledger.stash), `${controller}: bonded funds are there`);
  }
  for (const [stash, row] of s.guarantors.entries()) {
    must(row.total === sum(row.targets.map((t) => t.value)), `${stash}: guarantee adds up`);
    must(row.targets.length <= 16 && !s.validators.has(stash), `${stash}: guarantor, not validator`);
  }
  const current = s.currentEra.get() ?? 0;
  const rows = s.erasStakers.entries(current);
  must(s.erasTotalStakes.get(current) === sum(rows.map(([, e]) => e.total)), 'total stake is the sum of exposures');
  for (const [stash, row] of s.erasStakersClipped.entries(current)) {
    must(row.others.length <= 64, `${stash}: at most 64 guarantors are paid`);
  }
}

/** Files, their replicas, and the money that stands behind them. */
export function filesAddUp({ runtime }: Chain, must: Must): void {
  const { market, benefits, balances } = runtime.pallets;
  const files = market.storage.files.entries();
  must(market.storage.keysCount.get() === files.length, 'FileKeysCount counts the files');
  for (const [cid, file] of files) {
    must(file.replicas.size <= 200, `${cid}: at most 200 replicas`);
    must(file.reportedReplicaCount === file.replicas.size, `${cid}: reported replicas are its entries`);
    must(file.expiredAt !== 0 || file.replicas.size === 0, `${cid}: no clock without a first replica`);
    must(file.remainingPaidCount <= 4, `${cid}: four paid places at most`);
  }
  const merchants = benefits.market.entries();
  const owed = sum(files.map(([, f]) => f.amount + f.prepaid)) + sum(merchants.map(([, row]) => row.fileReward));
  must(balances.free(POTS.storage) >= owed, 'the storage pot covers files and merchants');
  const active = sum(merchants.map(([, row]) => row.activeFunds));
  must(benefits.current.get().totalMarketActiveFunds === active, 'active market funds add up');
  const { usedFeeReductionQuota: used, totalFeeReductionQuota: quota } = benefits.current.get();
  must(used <= quota, 'nobody uses more than the quota');
}

/** Identities, groups and their reports. */
export function workAddsUp({ runtime }: Chain, must: Must): void {
  const s = runtime.pallets.swork.storage;
  for (const [who, row] of s.identities.entries()) {
    const members = row.group === null ? undefined : s.groups.get(row.group)?.members;
    must(row.group === null || members?.has(who) === true, `${who}: is a member of its group`);
    must(!s.groups.has(who), `${who}: reports and owns no group`);
  }
  for (const [owner, { members, allowlist }] of s.groups.entries()) {
    must(members.size <= 1000 && allowlist.size <= 1000, `${owner}: a group has its limits`);
    for (const who of members) must(s.identities.get(who)?.group === owner, `${owner}: its members know it`);
  }
  must(
    s.workload.exists() === s.identityPreviousKey.exists() || !s.identityPreviousKey.exists(),
    'a sweep has both its marks',
  );
}

/** Everything that must add up after any block, by name; empty when it does. */
export function brokenBooks(chain: Chain): string[] {
  const found: string[] = [];
  const must: Must = (holds, what) => holds || found.push(what);
  for (const check of [moneyAddsUp, stakesAddUp, filesAddUp, workAddsUp]) check(chain, must);
  return found;
}
