import type { BlockFacts } from '../decode/facts';
import { readData } from '../mirror/identity';
import { prefixOf, twoxAccount } from '../scale/keys';
import { createReader } from '../scale/reader';
import { accountsIn } from '../touch/plan';
import type { RecordContext } from './context';

/** Display names of Identity.IdentityOf, for accounts named by an identity event. */
const IDENTITY_OF = prefixOf('Identity', 'IdentityOf');
const identityKey = (account: string): string => IDENTITY_OF + twoxAccount(account);

const named = (facts: BlockFacts): Set<string> => {
  const accounts = new Set<string>();
  for (const event of facts.events) {
    if (event.pallet === 'identity') for (const account of accountsIn(event.args)) accounts.add(account);
  }
  return accounts;
};

export const identityValueKeys = (facts: BlockFacts): string[] => [...named(facts)].map(identityKey);

const FEE_PAID = 1;

/** The display name in a registration, when it is text. Only what stands before it is read. */
export const displayName = (raw: string): string | undefined => {
  const r = createReader(raw);
  r.vec(() => {
    r.u32();
    if (r.u8() === FEE_PAID) r.u128();
  });
  r.u128();
  r.vec(() => {
    readData(r);
    readData(r);
  });
  return readData(r);
};

export const reduceIdentities = async ({ facts, reader, changes }: RecordContext): Promise<void> => {
  for (const account of named(facts)) {
    const raw = reader.now(identityKey(account));
    const identityDisplay = raw === null ? undefined : displayName(raw);
    await changes.patch('Account', { id: account, firstSeenBlock: facts.number }, { identityDisplay });
  }
};
