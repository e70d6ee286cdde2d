import Link from 'next/link';
import { plainName } from '../../lib/format/plain';
import { shorten } from '../../lib/format/quantity';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { CopyButton } from '../copy-button/copy-button';
import { Identicon } from '../identicon/identicon';
import styles from './address.module.css';

interface AddressProps {
  address: string;
  /** display name from the identity pallet */
  name?: string | null;
  /** where it leads; the account page unless told, null for no link */
  href?: string | null;
  full?: boolean;
  copy?: boolean;
}

/** An account: core-sample icon, name or short address (the whole one in the title), copy button where it helps. */
export const Address = ({ address, name, href = route.account(address), full = false, copy = false }: AddressProps) => {
  const readable = plainName(name);
  const label = (
    <bdi className={readable === null ? styles.text : styles.name} title={address}>
      {readable ?? (full ? address : shorten(address))}
    </bdi>
  );
  return (
    <span className={styles.address} data-full={full}>
      <Identicon of={address} />
      {href === null ? (
        label
      ) : (
        // a page shows dozens: none is fetched before somebody wants it
        <Link href={href} prefetch={false}>
          {label}
        </Link>
      )}
      {copy && <CopyButton value={address} what={text.common.addressWord} />}
    </span>
  );
};
