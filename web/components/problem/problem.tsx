import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Problem } from '../../lib/api/ask';
import { formatRelative, formatUtc } from '../../lib/format/time';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { SearchBox } from '../search-box/search-box';
import styles from './problem.module.css';
import { RetryButton } from './retry-button';

const words = text.problem;

/** The API gave no figures: says so, since when, and what can be done. Never shows old or invented figures instead. */
export const ProblemPage = ({ problem, now = new Date() }: { problem: Problem; now?: Date }) => {
  if (problem.kind === 'refused') {
    return (
      <div className={styles.problem} role="alert">
        <h1>{words.titleOfCode[problem.code] ?? words.refusedTitle}</h1>
        <p className={styles.sentence}>{problem.message}</p>
        <SearchBox size="large" />
      </div>
    );
  }
  const { since, lastAnswer } = problem.outage;
  return (
    <div className={styles.problem} role="alert">
      <h1>{words.silentTitle}</h1>
      <p>{words.silent}</p>
      <p className={styles.sentence}>{words.since(formatUtc(since), formatRelative(since, now))}</p>
      <p>{lastAnswer ? words.lastAnswer(formatUtc(lastAnswer)) : words.never}</p>
      <p className={styles.detail}>
        {words.detail} <code>{problem.detail}</code>
      </p>
      <p>
        <RetryButton />
      </p>
    </div>
  );
};

/** There is no such thing, said in one sentence, with the way on. */
export const NotFoundPage = ({
  title = words.notFoundTitle,
  sentence = words.notFound,
}: {
  title?: ReactNode;
  sentence?: ReactNode;
}) => (
  <div className={styles.problem}>
    <h1>{title}</h1>
    <p className={styles.sentence}>{sentence}</p>
    <SearchBox size="large" />
    <p>
      <Link href={route.home}>{words.home}</Link>
    </p>
  </div>
);
