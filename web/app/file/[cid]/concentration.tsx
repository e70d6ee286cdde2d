import { Address } from '../../../components/address/address';
import { Note } from '../../../components/note/note';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import styles from './page.module.css';
import type { FileData } from './query';

const words = text.file.concentration;

/** Says when the owners are less independent than they look; nothing when they are not. */
export const ConcentrationNote = ({ file, at }: { file: FileData; at: number | null }) => {
  const { identities, dominant, families } = file.concentration;
  if (dominant === null && families.length === 0) return null;
  return (
    <Note tone="warn" title={words.title}>
      {families.map(({ identityAccount, ownerAccounts }) => (
        <p key={identityAccount.address}>
          <span className={styles.names}>
            {ownerAccounts.map(({ address, identityDisplay }) => (
              <Address key={address} address={address} name={identityDisplay} href={route.node(address, at)} />
            ))}
          </span>{' '}
          {words.family} <Address address={identityAccount.address} name={identityAccount.identityDisplay} />
        </p>
      ))}
      {families.length > 0 && <p>{words.identities(file.replicaCounts.liveOwners, identities)}</p>}
      {dominant && (
        <p>
          {words.dominant(dominant.replicas, dominant.of)}{' '}
          <Address address={dominant.ownerAccount.address} name={dominant.ownerAccount.identityDisplay} />
        </p>
      )}
    </Note>
  );
};
