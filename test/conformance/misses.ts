import type { ItemResult } from './compare';
import { type Ask, allNodes } from './graphql';

/** As many eras as the API counts at once. */
const ERAS_AT_ONCE = 28;
const ITEM = 'MissCost';

const MISSES = `query($owner: String!, $from: Int!, $to: Int!) { missCosts(owner: $owner, fromEra: $from, toEra: $to) {
  era member problem paid { owner } guarantors { guarantor paid } } }`;

interface Miss {
  era: number;
  member: string;
  problem: string | null;
  paid: { owner: string } | null;
  guarantors: { guarantor: string; paid: string }[];
}

const keyOf = (validator: unknown, era: unknown, stash: unknown): string => `${validator} ${era} ${stash}`;

/**
 * What missed reports cost rests on the era counted once more from its sweep and stakes: that must
 * pay its owner and each guarantor what claims paid them.
 */
export const compareMisses = async (ask: Ask, head: number): Promise<ItemResult> => {
  const result: ItemResult = { item: ITEM, keysCompared: 0, overridden: 0, mismatches: [] };
  const differs = (id: string, field: string, chain: string | null, index: string | null) =>
    result.mismatches.push({ item: ITEM, block: head, id, field, chain, index });
  // a group is never deleted, and whoever owns one is judged by its machines
  const owners = (await allNodes(ask, 'groups', 'owner', null)).map((row) => String(row.owner));
  const rewards = new Map<string, string>();
  for (const { stash, validator, era, amount } of await allNodes(ask, 'rewards', 'stash validator era amount', null))
    rewards.set(keyOf(validator, era, stash), String(amount));
  const eras = (await allNodes(ask, 'eras', 'era', null)).map((row) => Number(row.era));
  const last = Math.max(0, ...eras);
  for (const owner of owners) {
    for (let from = 0; from <= last; from += ERAS_AT_ONCE) {
      const answer = await ask(MISSES, { owner, from, to: from + ERAS_AT_ONCE - 1 });
      for (const { era, member, problem, paid, guarantors } of answer.missCosts as unknown as Miss[]) {
        const id = `${era}-${owner}-${member}`;
        if (problem !== null || paid === null) {
          // the page says so, too: nothing is told of an era that its rows do not give
          result.overridden += 1;
          continue;
        }
        const claimed = rewards.get(keyOf(owner, era, owner));
        if (claimed === undefined) continue; // nobody claimed it yet
        result.keysCompared += 1;
        if (claimed !== paid.owner) differs(id, 'owner', claimed, paid.owner);
        for (const one of guarantors) {
          const got = rewards.get(keyOf(owner, era, one.guarantor));
          // one that is bonded no more has no payment
          if (got !== undefined && got !== one.paid) differs(id, one.guarantor, got, one.paid);
        }
      }
    }
  }
  return result;
};
