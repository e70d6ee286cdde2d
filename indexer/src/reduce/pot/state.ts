import type { BlockFacts } from '../../decode/facts';
import { blakeAccount, prefixOf } from '../../scale/keys';
import { createReader } from '../../scale/reader';
import { mayWriteRaw } from '../../touch/unseen';
import { STORAGE_POT } from '../market/pots';

/** System.Account of the storage pot. */
export const STORAGE_POT_KEY = prefixOf('System', 'Account') + blakeAccount(STORAGE_POT);

/** Up to spec 4 a stash could be paid to any account, of which its Reward event says nothing (crust-protocol §1.10). */
const LAST_SPEC_WITH_PAYEE = 4;

const isNamed = ({ events, spec }: BlockFacts): boolean =>
  events.some(
    ({ pallet, name, args }) =>
      args.some((value) => value === STORAGE_POT) ||
      (spec <= LAST_SPEC_WITH_PAYEE && pallet === 'staking' && name === 'Reward'),
  );

/** The pot's account, in blocks that may have moved its balance. */
export const potValueKeys = (facts: BlockFacts, rebase: boolean): string[] =>
  rebase || isNamed(facts) || mayWriteRaw(facts) ? [STORAGE_POT_KEY] : [];

/** free, reserved, misc frozen, fee frozen; what stands before them differs by the runtime's reference counts. */
const ACCOUNT_DATA_BYTES = 64;

/** The free balance in an account's value. */
export const freeBalance = (raw: string | null): bigint => {
  if (raw === null) return 0n;
  const reader = createReader(raw);
  const head = reader.remaining() - ACCOUNT_DATA_BYTES;
  if (head < 0) throw new Error(`not an account: ${raw}`);
  reader.fixed(head);
  return reader.u128();
};
