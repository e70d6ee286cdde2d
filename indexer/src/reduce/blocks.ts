import { displayValue } from '../decode/display';
import type { BlockFacts, EventFact, ExtrinsicFact } from '../decode/facts';
import { toBigInt } from '../decode/facts';
import { accountsIn } from '../touch/plan';
import type { Changes } from '../write/changes';
import { row } from '../write/entities';

/** Blocks, extrinsics and events as they happened: written once, never changed. */

/** The deposit into the treasury that stands last before the outcome is the fee's 80 % (runtime-details §2.4). */
export const treasuryFee = (events: EventFact[]): bigint | undefined => {
  const outcome = events.findIndex(
    (e) => e.pallet === 'system' && (e.name === 'ExtrinsicSuccess' || e.name === 'ExtrinsicFailed'),
  );
  for (let i = outcome - 1; i >= 0; i--) {
    const event = events[i] as EventFact;
    if (event.pallet === 'treasury' && event.name === 'Deposit') return toBigInt(event.args[0]);
    // an author who is new to the chain is created between the deposit and the outcome
    if (event.pallet !== 'system' && event.pallet !== 'balances') return undefined;
  }
  return undefined;
};

const extrinsicRow = (extrinsic: ExtrinsicFact, events: EventFact[], facts: BlockFacts) =>
  row('Extrinsic', {
    id: `${facts.number}-${extrinsic.index}`,
    block: facts.number,
    index: extrinsic.index,
    hash: extrinsic.hash,
    time: facts.time,
    signer: extrinsic.signer ?? undefined,
    nonce: extrinsic.nonce ?? undefined,
    tip: extrinsic.tip ?? undefined,
    pallet: extrinsic.node.pallet,
    call: extrinsic.node.call,
    callTree: JSON.stringify(extrinsic.node),
    success: extrinsic.success,
    error: extrinsic.error ?? undefined,
    treasuryFee: extrinsic.signer === null ? undefined : treasuryFee(events),
    lengthBytes: extrinsic.lengthBytes,
  });

const eventArgs = (event: EventFact): string =>
  JSON.stringify(event.types.map((type, i) => ({ type, value: displayValue(type, event.args[i] ?? null) })));

/** All rows of the block itself; returns its accounts with the place where each took part. */
export const reduceBlock = (facts: BlockFacts, author: string | undefined, changes: Changes): Set<string> => {
  const { number, time } = facts;
  changes.put(
    row('Block', {
      id: String(number),
      number,
      hash: facts.hash,
      parentHash: facts.parentHash,
      time,
      specVersion: facts.spec,
      author,
      extrinsicCount: facts.extrinsics.length,
      eventCount: facts.events.length,
    }),
  );
  const byExtrinsic = new Map<number, EventFact[]>();
  const accounts = new Set<string>();
  const active = (account: string, extrinsicIndex: number | null, isSigner: boolean): void => {
    accounts.add(account);
    const id = `${account}-${number}-${extrinsicIndex ?? 'i'}`;
    if (seen.has(id)) return;
    seen.add(id);
    changes.put(
      row('AccountActivity', { id, account, block: number, extrinsicIndex: extrinsicIndex ?? undefined, isSigner }),
    );
  };
  const seen = new Set<string>();
  for (const extrinsic of facts.extrinsics) {
    if (extrinsic.signer !== null) active(extrinsic.signer, extrinsic.index, true);
  }
  for (const event of facts.events) {
    if (event.extrinsicIndex !== null) {
      const list = byExtrinsic.get(event.extrinsicIndex);
      if (list) list.push(event);
      else byExtrinsic.set(event.extrinsicIndex, [event]);
    }
    for (const account of accountsIn(event.args)) active(account, event.extrinsicIndex, false);
    changes.put(
      row('Event', {
        id: `${number}-${event.index}`,
        block: number,
        index: event.index,
        phase: event.phase as never,
        extrinsicIndex: event.extrinsicIndex ?? undefined,
        pallet: event.pallet,
        name: event.name,
        args: eventArgs(event),
        error: event.error ?? undefined,
      }),
    );
  }
  for (const extrinsic of facts.extrinsics) {
    changes.put(extrinsicRow(extrinsic, byExtrinsic.get(extrinsic.index) ?? [], facts));
  }
  return accounts;
};
