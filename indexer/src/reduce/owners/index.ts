import { PAID_REPLICAS, payAtSettlement } from '@moho/protocol/merchant';
import { type BlockFacts, toText } from '../../decode/facts';
import { fileId } from '../../mirror/market';
import type { RecordContext } from '../context';
import { type FileChange, fileChange } from '../market/files';
import { paidFromStorage } from '../market/legs';
import type { Movement } from '../pot/movements';
import { type Credit, type Ledgers, replay, type Step } from './replay';
import { type Settled, settledCredits } from './settled';
import { groupOwnerBefore, groupOwnerNow, growths, moneyBefore, ownerBefore } from './state';
import { ownerSteps } from './steps';

export type { Credit } from './replay';

type Files = ReadonlyMap<string, FileChange>;

/** The ledgers of every file and owner the steps name, as they stood before the block. */
const ledgersBefore = async (
  steps: Step[],
  files: Map<string, FileChange>,
  context: RecordContext,
): Promise<Ledgers> => {
  const ledgers: Ledgers = { files: new Map(), owners: new Map(), groups: new Map() };
  const known = new Set<string>();
  for (const step of steps) {
    if (!('cidHex' in step) || known.has(step.cidHex)) continue;
    const money = moneyBefore(await fileChange(step.cidHex, files, context));
    if (money) ledgers.files.set(step.cidHex, money);
    if (money || step.kind === 'order') known.add(step.cidHex);
  }
  const accounts = new Set<string>();
  for (const step of steps) {
    if ('account' in step) accounts.add(step.account);
    if (step.kind !== 'replicas' || !known.has(step.cidHex)) continue;
    for (const { who, owner } of step.added) {
      // the group counts where the report names no owner, and where the file may be illegal
      const asksGroup = owner === null || (ledgers.files.get(step.cidHex)?.holders.size ?? 0) === 0;
      const group = asksGroup ? await groupOwnerBefore(who, context) : undefined;
      if (group !== undefined) ledgers.groups.set(who, group);
      for (const one of [owner, group, groupOwnerNow(who, context)]) if (one) accounts.add(one);
      accounts.add(who);
    }
  }
  for (const account of accounts) ledgers.owners.set(account, await ownerBefore(account, context));
  return ledgers;
};

const moneyOf = (file: FileChange['before']): bigint => (file ? BigInt(file.amount) + BigInt(file.prepaid) : 0n);

/** What each file paid to owners: what its money lost beyond the pot's movements for it. `closed`: its later row, too. */
const totalsPaid = (movements: Movement[], files: Files, closed: readonly FileChange[]): Map<string, bigint> => {
  const totals = new Map(
    [...files.values()].map(({ cidHex, before, after }) => [cidHex, moneyOf(before) - moneyOf(after)]),
  );
  for (const { cidHex, before } of closed) totals.set(cidHex, (totals.get(cidHex) ?? 0n) + moneyOf(before));
  for (const { cidHex, amount } of movements) if (cidHex) totals.set(cidHex, (totals.get(cidHex) ?? 0n) + amount);
  return totals;
};

/** Owners behind a file's replicas, before and after the block. */
const ownersOf = async (
  { replicasBefore, replicasAfter }: FileChange,
  context: RecordContext,
): Promise<Set<string>> => {
  const owners = new Set<string>();
  for (const { owner, who } of [...replicasBefore, ...replicasAfter]) {
    for (const one of [owner, groupOwnerNow(who, context), await groupOwnerBefore(who, context)])
      if (one) owners.add(one);
  }
  return owners;
};

const mostPaid = BigInt(PAID_REPLICAS);

/** Specs 1 to 16: settlements pay, which also orders of a known file do (runtime-details §3 rows 20, 21). */
const settledFiles = async (
  movements: Movement[],
  files: Files,
  later: Files,
  context: RecordContext,
): Promise<Settled[]> => {
  const { facts } = context;
  const closed = [...later.values()].filter(({ after }) => after === undefined);
  const totals = totalsPaid(movements, files, closed);
  const settled: Settled[] = [];
  const changes = new Map([...closed, ...files.values()].map((change) => [change.cidHex, change]));
  for (const change of changes.values()) {
    const { cidHex, before, replicasBefore } = change;
    const total = totals.get(cidHex) ?? 0n;
    if (!before || total <= 0n) continue;
    const rule = payAtSettlement(
      { ...before, amount: BigInt(before.amount), replicas: replicasBefore.length },
      facts.number,
    );
    const fits = rule > 0n && total % rule === 0n && total / rule <= mostPaid;
    const isIllegal = isClosedAsIllegal(cidHex, facts);
    const owners = facts.spec < 3 || isIllegal ? null : await ownersOf(change, context);
    settled.push({ cidHex, total, pay: fits && !isIllegal ? rule : total, owners, isIllegal });
  }
  return settled;
};

const isClosedAsIllegal = (cidHex: string, { events }: BlockFacts): boolean =>
  events.some(({ pallet, name, args }) => pallet === 'market' && name === 'IllegalFileClosed' && args[0] === cidHex);

/** Spec 17 and later: joins pay as they happen. What the replay does not find in the ledgers is told by these alone. */
const joinCredits = async (
  movements: Movement[],
  files: Map<string, FileChange>,
  later: Files,
  grown: Map<string, bigint>,
  context: RecordContext,
): Promise<Credit[]> => {
  const steps = ownerSteps(movements, (cidHex) => files.get(fileId(cidHex)), context);
  const ledgers = await ledgersBefore(steps, files, context);
  const credits = replay(ledgers, steps, context.facts.number);
  const replayed = new Map<string, bigint>();
  for (const { owner, amount } of credits) replayed.set(owner, (replayed.get(owner) ?? 0n) + amount);
  const off = new Map([...grown].filter(([owner, growth]) => growth !== (replayed.get(owner) ?? 0n)));
  if (off.size === 0) return credits;
  return [
    ...credits.filter(({ owner }) => !off.has(owner)),
    ...settledCredits(off, await settledFiles(movements, files, later, context)),
  ];
};

/** What owners were paid out of their pending reward. */
const cashOuts = ({ events }: BlockFacts): Map<string, bigint> => {
  const cashed = new Map<string, bigint>();
  events.forEach(({ pallet, name, args }, at) => {
    if (pallet !== 'market' || name !== 'RewardMerchantSuccess') return;
    const account = toText(args[0]);
    cashed.set(account, (cashed.get(account) ?? 0n) + (paidFromStorage(events, at)?.amount ?? 0n));
  });
  return cashed;
};

/** What was credited to owners in this block, told by the ledgers on both sides of it. */
export const ownerCredits = async (
  movements: Movement[],
  files: Map<string, FileChange>,
  later: Files,
  context: RecordContext,
): Promise<Credit[]> => {
  const { facts, isFirst } = context;
  if (isFirst) return [];
  const grown = await growths(cashOuts(facts), context);
  if (grown.size === 0) return [];
  if (facts.spec < 17) return settledCredits(grown, await settledFiles(movements, files, later, context));
  return joinCredits(movements, files, later, grown, context);
};
