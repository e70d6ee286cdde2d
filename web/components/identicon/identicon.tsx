import { coreSample } from '../../lib/identicon';
import styles from './identicon.module.css';

/** The account's core sample: decoration next to its written address, hidden from assistive technology. */
export const Identicon = ({ of, size = 20 }: { of: string; size?: number }) => (
  <svg className={styles.icon} width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
    {coreSample(of).map(({ path, fill }) => (
      <path key={path} d={path} fill={fill} />
    ))}
  </svg>
);
