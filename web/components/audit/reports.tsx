import Link from 'next/link';
import { formatInteger } from '../../lib/format/quantity';
import { first as firstOf, oneOf, type Query, withQuery } from '../../lib/params';
import { GRID_SLOTS, GRID_VIEWS } from '../../lib/question';
import { text } from '../../messages';
import { EmptyState } from '../empty/empty';
import { ProblemPage } from '../problem/problem';
import { GridLegend } from '../report-grid/legend';
import { ReportGrid } from '../report-grid/report-grid';
import { Section } from '../section/section';
import styles from './audit.module.css';
import { type AuditGridData, loadReports } from './query';
import { Rates } from './rates';
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

/** Who reported when, as a picture and as a table, and how often. */
export const Reports = async ({ account, at, query, path }: Props) => {
  const slots = Number(oneOf(firstOf(query, 'slots'), GRID_SLOTS, '168'));
  const view = oneOf(firstOf(query, 'view'), GRID_VIEWS, 'picture');
  const answer = await loadReports(account, at, slots);
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { status, audit } = answer.data;
  const { grid, wide, isGroup } = audit;
  const href = (changes: Record<string, string | null>) => `${withQuery(path, query, changes)}#grid`;
  const asDays = !isGroup && grid.rows.length === 1;
  const caption = asDays
    ? words.captionAlone(grid.slots.length)
    : words.caption(words.machines(formatInteger(grid.rows.length)), grid.slots.length);
  if (grid.rows.length === 0) {
    return (
      <Section title={words.title} anchor="grid">
        <EmptyState title={words.none} />
      </Section>
    );
  }
  const { slotBlocks } = status.profile;
  return (
    <Section title={words.title} lead={asDays ? words.leadAlone : words.lead} anchor="grid">
      <div className={styles.stack}>
        <Rates
          rates={wide.rates}
          streak={wide.streak}
          together={isGroup}
          receipts={wide.figureReceipts}
          slotMs={slotBlocks * status.profile.blockTimeMs}
        />
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
          <SlotTable grid={grid} query={query} href={href} at={at} />
        ) : (
          <ReportGrid
            key={`${slots}`}
            caption={caption}
            machines={machinesOf(grid)}
            clock={{ firstSlot: grid.slots[0] ?? 0, slotBlocks, times: grid.times }}
            unusual={grid.unusual}
            asDays={asDays}
            at={at}
          />
        )}
      </div>
    </Section>
  );
};
