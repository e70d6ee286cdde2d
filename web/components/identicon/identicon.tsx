import { coreSampleBackground } from '../../lib/identicon';
import styles from './identicon.module.css';

/** The account's core sample: decoration next to its written address, hidden from assistive technology. */
export const Identicon = ({ of, size }: { of: string; size?: number }) => (
  <span
    className={styles.icon}
    style={{ background: coreSampleBackground(of), width: size, height: size }}
    aria-hidden="true"
  />
);
