import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Problem } from '../../lib/api/ask';
import { groupBlocks } from '../../lib/format/quantity';
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
        <p className={styles.sentence}>{groupBlocks(problem.message)}</p>
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
  onward = { href: route.home, words: words.home },
}: {
  title?: ReactNode;
  sentence?: ReactNode;
  onward?: { href: string; words: string };
}) => (
  <div className={styles.problem}>
    <h1>{title}</h1>
    <p className={styles.sentence}>{sentence}</p>
    <SearchBox size="large" />
    <p>
      <Link href={onward.href}>{onward.words}</Link>
    </p>
  </div>
);
