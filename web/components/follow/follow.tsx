import type { ReactNode } from 'react';
import { text } from '../../messages';
import { CopyButton } from '../copy-button/copy-button';
import { Panel, Section } from '../section/section';
import styles from './follow.module.css';

const words = text.follow.section;

export interface Way {
  name: string;
  hint: string;
  /** where it leads, when it can be opened */
  href?: string;
  /** texts to take away, each with its name */
  copies: readonly { name: string; label?: string; value: string }[];
  picture?: ReactNode;
}

/** Ways to be told about a thing without an account here. */
export const Follow = ({ lead, ways }: { lead: string; ways: readonly Way[] }) => (
  <Section title={words.title} lead={lead} anchor="follow">
    <Panel>
      <dl className={styles.ways}>
        {ways.map((way) => (
          <div key={way.name} className={styles.way}>
            <dt>{way.href === undefined ? way.name : <a href={way.href}>{way.name}</a>}</dt>
            <dd className={styles.hint}>
              {way.picture}
              {way.hint}
            </dd>
            {way.copies.map((copy) => (
              <dd key={copy.name} className={styles.copy}>
                {copy.label && <span className={styles.label}>{copy.label}</span>}
                <code>{copy.value}</code>
                <CopyButton value={copy.value} what={copy.name} />
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Panel>
  </Section>
);
