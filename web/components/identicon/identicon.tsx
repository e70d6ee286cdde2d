import { useId } from 'react';
import { coreSample } from '../../lib/identicon';
import styles from './identicon.module.css';

/** The account's core sample: decoration next to its written address, hidden from assistive technology. */
export const Identicon = ({ of, size = 20 }: { of: string; size?: number }) => {
  const clip = useId();
  return (
    <svg className={styles.icon} width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <clipPath id={clip}>
        <rect width="32" height="32" rx="7" />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <rect width="32" height="32" fill="#2c3631" />
        {coreSample(of).map(({ points, fill }) => (
          <polygon key={points} points={points} fill={fill} />
        ))}
      </g>
    </svg>
  );
};
