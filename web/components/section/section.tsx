import { type ReactNode, useId } from 'react';
import { Words } from '../term/term';
import styles from './section.module.css';

interface SectionProps {
  title: string;
  /** one or two plain sentences under the heading */
  lead?: ReactNode;
  /** to the right of the heading: a link, a count */
  aside?: ReactNode;
  /** anchor for links into the page */
  anchor?: string;
  children: ReactNode;
}

/** A part of a page: heading on a depth mark, then its content. */
export const Section = ({ title, lead, aside, anchor, children }: SectionProps) => {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id} id={anchor}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
      {lead && <p className={styles.lead}>{typeof lead === 'string' ? <Words>{lead}</Words> : lead}</p>}
      {children}
    </section>
  );
};

/** A raised sheet for content that belongs together. */
export const Panel = ({ children, flush = false }: { children: ReactNode; flush?: boolean }) => (
  <div className={styles.panel} data-flush={flush}>
    {children}
  </div>
);
