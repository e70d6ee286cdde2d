import { hexToBytes, utf8ToText } from '@moho/protocol/base';
import type { BlockFacts } from '../decode/facts';
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
const RAW_DATA_MAX = 33;

/** The display name in a registration, when it is text. Only what stands before it is read. */
export const displayName = (raw: string): string | undefined => {
  const r = createReader(raw);
  // one Data: 0 none, 1 to 33 that many bytes less one, above a 32-byte hash
  const data = (): string | undefined => {
    const kind = r.u8();
    if (kind === 0) return undefined;
    if (kind > RAW_DATA_MAX) {
      r.fixed(32);
      return undefined;
    }
    return utf8ToText(hexToBytes(r.fixed(kind - 1))) ?? undefined;
  };
  r.vec(() => {
    r.u32();
    if (r.u8() === FEE_PAID) r.u128();
  });
  r.u128();
  r.vec(() => {
    data();
    data();
  });
  return data();
};

export const reduceIdentities = async ({ facts, reader, changes }: RecordContext): Promise<void> => {
  for (const account of named(facts)) {
    const raw = reader.now(identityKey(account));
    const identityDisplay = raw === null ? undefined : displayName(raw);
    await changes.patch('Account', { id: account, firstSeenBlock: facts.number }, { identityDisplay });
  }
};
