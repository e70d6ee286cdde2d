import type { Metadata } from 'next';
import Link from 'next/link';
import { AmountField } from '../../components/desk/amount-field';
import styles from '../../components/desk/desk.module.css';
import { WeightFields } from '../../components/desk/weight-fields';
import { EmptyState } from '../../components/empty/empty';
import { PageHead } from '../../components/page-head/page-head';
import { ProblemPage } from '../../components/problem/problem';
import { Section } from '../../components/section/section';
import { ask } from '../../lib/api/ask';
import { type DeskState, deskParams, readDesk, readIds } from '../../lib/desk/state';
import { first, type SearchParams, withQuery } from '../../lib/params';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { Figures } from './figures';
import { CompareDocument } from './query';
import { Score, WhatWouldRaise } from './score';

const words = text.desk;

export const metadata: Metadata = { title: words.comparison.title, description: words.comparison.sentence };

const Form = ({ ids, desk, table }: { ids: readonly string[]; desk: DeskState; table: string }) => (
  <form method="get" action={route.compare} className={styles.form} aria-label={words.formLabel}>
    <div className={styles.top}>
      <AmountField value={desk.amountText} />
      <label className={`${styles.amount} ${styles.wide}`}>
        {words.comparison.ids}
        <input type="text" name="ids" defaultValue={ids.join(',')} maxLength={400} autoComplete="off" />
      </label>
      <button type="submit">{words.comparison.show}</button>
      <Link href={table}>{words.comparison.toTable}</Link>
    </div>
    <WeightFields weights={desk.weights} open={desk.isWeighed} />
  </form>
);

const ComparePage = async ({ searchParams }: { searchParams: SearchParams }) => {
  const query = await searchParams;
  const ids = readIds(first(query, 'ids'));
  const desk = readDesk(query);
  const answer = await ask(CompareDocument, {
    stashes: ids,
    amount: String(desk.amountPico),
    weights: desk.weights.map((weighing) => ({ ...weighing })),
  });
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const found = new Map(answer.data.nodes.nodes.map((node) => [node.stash, node]));
  const nodes = [...found.values()].sort((a, b) => ids.indexOf(a.stash) - ids.indexOf(b.stash));
  // a public key is found under its address
  const missing = nodes.length === ids.length ? [] : ids.filter((id) => !found.has(id));
  return (
    <>
      <PageHead
        title={nodes.length === 1 ? words.comparison.one : words.comparison.title}
        sentence={words.comparison.sentence}
      />
      <Form
        ids={ids}
        desk={desk}
        table={withQuery(route.nodes, {}, { ...deskParams(query), pick: ids.join(',') || null })}
      />
      {missing.length > 0 && <p className={styles.warning}>{words.comparison.missing(missing.join(', '))}</p>}
      {nodes.length === 0 ? (
        <EmptyState title={words.comparison.none}>{words.comparison.noneMore}</EmptyState>
      ) : (
        <>
          <Section title={words.comparison.figures} lead={words.comparison.figuresLead}>
            <Figures nodes={nodes} />
          </Section>
          <Section title={words.comparison.score} lead={words.comparison.scoreLead}>
            <Score nodes={nodes} />
          </Section>
          <Section title={words.comparison.raise}>
            <WhatWouldRaise nodes={nodes} />
          </Section>
        </>
      )}
    </>
  );
};

export default ComparePage;
