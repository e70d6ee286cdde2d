import { isLate } from '@moho/protocol';
import type { ChainProfile } from '@moho/protocol/base';
import { type SlotStatus, slotLetter, slotStatus } from '@moho/protocol/slot-letters';
import type { ChainReader } from '../conformance/chain';
import type { ChainEvent } from '../conformance/chain-facts';
import { readJudgements } from '../conformance/judgements';
import { noOverrides } from '../conformance/overrides';

/** What the chain's own blocks tell of one machine in a slot. */
interface Heard {
  reported: boolean;
  late: boolean;
  repeated: boolean;
  rejected: boolean;
}

const SILENT: Heard = { reported: false, late: false, repeated: false, rejected: false };

const isFailure = ({ pallet, name }: ChainEvent): boolean =>
  (pallet === 'system' && name === 'ExtrinsicFailed') || (pallet === 'utility' && name === 'BatchInterrupted');

/** Every call that reports work in a slot: one without its event was refused, or it was a repeated one. */
const heardIn = async (chain: ChainReader, slot: number, profile: ChainProfile): Promise<Map<string, Heard>> => {
  const last = slot + profile.slotBlocks - 1;
  const events = await chain.events(last, Math.max(1, slot));
  const heard = new Map<string, Heard>();
  const note = (account: string, facts: Partial<Heard>) =>
    heard.set(account, { ...(heard.get(account) ?? SILENT), ...facts });
  const accepted = new Set<string>();
  const failed = new Set<string>();
  for (const event of events) {
    const place = `${event.block}-${event.extrinsic}`;
    if (isFailure(event)) failed.add(place);
    if (event.pallet !== 'swork' || event.name !== 'WorksReportSuccess') continue;
    accepted.add(place);
    note(String(event.args[0]), { reported: true, late: isLate(event.block, slot, profile) });
  }
  for (const [place, signer] of await chain.senders(['swork', 'reportWorks'], last, Math.max(1, slot))) {
    if (!accepted.has(place)) note(signer, failed.has(place) ? { rejected: true } : { repeated: true });
  }
  return heard;
};

/** What the sweep of the slot after decided, from the chain's state before and after it: by account. */
const judgedIn = async (chain: ChainReader, slot: number, profile: ChainProfile) => {
  const sweepSlot = slot + profile.slotBlocks;
  const events = await chain.events(sweepSlot + profile.slotBlocks - 1, sweepSlot);
  const { specVersion } = (await chain.call('state_getRuntimeVersion', [])) as { specVersion: number };
  const judgements = await readJudgements(chain, events, () => specVersion, noOverrides, profile);
  const rows = judgements.filter((one) => one.slot === slot).flatMap((one) => [...one.rows.values()]);
  return new Map(rows.map((row) => [String(row.account), row]));
};

/** The letter of each machine of an owner in a judged slot, from the chain's blocks and state alone; habits are not looked at. */
export const chainLetters = async (
  chain: ChainReader,
  slot: number,
  profile: ChainProfile,
): Promise<(account: string, owner: string) => string> => {
  const [heard, judged] = [await heardIn(chain, slot, profile), await judgedIn(chain, slot, profile)];
  return (account, owner) => {
    const facts = heard.get(account) ?? SILENT;
    const row = judged.get(account);
    const theirs = row?.owner === owner ? row : undefined;
    if (theirs === undefined && Object.values(facts).every((fact) => !fact)) return '-';
    const status = (theirs?.status ?? null) as Exclude<SlotStatus, 'LATE' | 'DUPLICATE'> | null;
    const said = status === 'REPORTED' || status === 'MISSED' || status === 'EXEMPT' ? status : null;
    return slotLetter(slotStatus({ ...facts, judged: said }), theirs?.punished === true && said !== 'EXEMPT');
  };
};
