import Link from 'next/link';
import { Section } from '../../components/section/section';
import { Words } from '../../components/term/term';
import { formatInteger } from '../../lib/format/quantity';
import { route } from '../../lib/route';
import { text } from '../../messages';
import styles from './page.module.css';
import type { SettleData } from './query';

const words = text.settle;

/** The rules of a settlement in plain sentences, and where the fee is read from. */
export const How = ({ readFrom }: { readFrom: SettleData['settleDesk']['fee']['readFrom'] }) => (
  <Section title={words.how.title} lead={words.how.lead}>
    <ul className={styles.rules}>
      {[words.how.gain, words.how.renewed, words.how.closed, words.how.fee, words.how.sign].map((sentence) => (
        <li key={sentence}>
          <Words>{sentence}</Words>
        </li>
      ))}
    </ul>
    <p className={styles.note}>
      {readFrom === null ? (
        words.feeSource.none
      ) : (
        <>
          {words.feeSource.from}{' '}
          <Link href={route.extrinsic(readFrom.block, readFrom.index)}>
            {formatInteger(readFrom.block)}-{readFrom.index}
          </Link>
          .
        </>
      )}
    </p>
  </Section>
);
