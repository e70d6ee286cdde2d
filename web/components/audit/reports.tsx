import Link from 'next/link';
import { Suspense } from 'react';
import { formatInteger } from '../../lib/format/quantity';
import { first, oneOf, type Query, withQuery } from '../../lib/params';
import { GRID_SLOTS, GRID_VIEWS } from '../../lib/question';
import { text } from '../../messages';
import { EmptyState } from '../empty/empty';
import { ProblemPage } from '../problem/problem';
import { GridLegend } from '../report-grid/legend';
import { ReportGrid } from '../report-grid/report-grid';
import { Section } from '../section/section';
import styles from './audit.module.css';
import { type AuditGridData, loadGrid, loadUnusual } from './query';
import { Rates, RatesLoading } from './rates';
import { SlotTable } from './slot-table';

const words = text.group.reports;

interface Props {
  account: string;
  at: number | null;
  query: Query;
  /** address of the page, without what stands after the question mark */
  path: string;
}

/** Some words of which one is chosen; the others are links. */
const Choices = ({ label, choices }: { label: string; choices: { name: string; href: string; on: boolean }[] }) => (
  <span className={styles.choices}>
    {label}:{' '}
    {choices.map(({ name, href, on }) => (
      <Link key={name} href={href} aria-current={on ? 'true' : undefined} scroll={false} prefetch={false}>
        {name}
      </Link>
    ))}
  </span>
);

const machinesOf = ({ rows }: AuditGridData) =>
  rows.map(({ account, isMember, letters, machineAccount }) => ({
    account,
    isMember,
    letters,
    name: machineAccount.identityDisplay,
  }));

const captionOf = (grid: AuditGridData, asDays: boolean): string =>
  asDays
    ? words.captionAlone(grid.slots.length)
    : words.caption(words.machines(formatInteger(grid.rows.length)), grid.slots.length);

/** How many slots the address asks for. */
export const slotsAsked = (query: Query): number => Number(oneOf(first(query, 'slots'), GRID_SLOTS, '168'));

/** Who reported when, as a picture and as a table, and how often. The picture comes first: the rest is put in when it is there. */
export const Reports = async ({ account, at, query, path }: Props) => {
  const slots = slotsAsked(query);
  const view = oneOf(first(query, 'view'), GRID_VIEWS, 'picture');
  const answer = await loadGrid(account, at, slots);
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { status, audit } = answer.data;
  const { grid, isGroup } = audit;
  if (grid.rows.length === 0) {
    return (
      <Section title={words.title} anchor="grid">
        <EmptyState title={words.none} />
      </Section>
    );
  }
  const href = (changes: Record<string, string | null>) => `${withQuery(path, query, changes)}#grid`;
  const asDays = !isGroup && grid.rows.length === 1;
  const { slotBlocks, blockTimeMs } = status.profile;
  const unusual = loadUnusual(account, at, slots);
  return (
    <Section title={words.title} lead={asDays ? words.leadAlone : words.lead} anchor="grid">
      <div className={styles.stack}>
        <Suspense fallback={<RatesLoading slotMs={slotBlocks * blockTimeMs} />}>
          <Rates account={account} at={at} />
        </Suspense>
        <div className={styles.line}>
          <Choices
            label={words.windows}
            choices={GRID_SLOTS.map((count) => ({
              name: count,
              href: href({ slots: count, day: null, rows: null }),
              on: Number(count) === slots,
            }))}
          />
          <Choices
            label={words.view}
            choices={GRID_VIEWS.map((name) => ({ name: words[name], href: href({ view: name }), on: name === view }))}
          />
        </div>
        <GridLegend />
        {view === 'table' ? (
          <SlotTable grid={grid} unusual={await unusual} query={query} href={href} at={at} />
        ) : (
          <ReportGrid
            key={`${slots}`}
            caption={captionOf(grid, asDays)}
            machines={machinesOf(grid)}
            clock={{ firstSlot: grid.slots[0] ?? 0, slotBlocks, times: grid.times }}
            unusual={unusual}
            asDays={asDays}
            at={at}
          />
        )}
      </div>
    </Section>
  );
};
