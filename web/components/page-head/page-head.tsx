import type { ReactNode } from 'react';
import styles from './page-head.module.css';

interface PageHeadProps {
  /** what kind of thing this is: "File", "Node" */
  kind?: string;
  title: ReactNode;
  /** after the title, quietly: how many there are */
  count?: string;
  /** beside the kind: status, roles */
  badges?: ReactNode;
  /** the plain sentence people came for */
  sentence?: ReactNode;
  /** technical name shown in full under the title */
  children?: ReactNode;
}

/** The top of a page about one thing: kind and state, its name, and the truth in one sentence. */
export const PageHead = ({ kind, title, count, badges, sentence, children }: PageHeadProps) => (
  <div className={styles.head}>
    {(kind || badges) && (
      <div className={styles.line}>
        {kind && <span className={styles.kind}>{kind}</span>}
        {badges}
      </div>
    )}
    <h1 className={styles.title}>
      {title}
      {count && <span className={styles.count}> {count}</span>}
    </h1>
    {sentence && <p className={styles.sentence}>{sentence}</p>}
    {children}
  </div>
);

/** The full name of the thing at the left, tools of the page at the right. */
export const NameLine = ({ children }: { children: ReactNode }) => <div className={styles.nameLine}>{children}</div>;
