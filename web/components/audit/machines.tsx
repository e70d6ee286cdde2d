import { plainName } from '../../lib/format/plain';
import { displayBytes, formatInteger, shorten } from '../../lib/format/quantity';
import { formatDuration } from '../../lib/format/time';
import { first, type Query, withQuery } from '../../lib/params';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { Address } from '../address/address';
import { StatusBadge } from '../badge/badge';
import { Pagination } from '../pagination/pagination';
import { ProblemPage } from '../problem/problem';
import { receiptIn } from '../receipt/fragment';
import { proofOf } from '../receipt/proof';
import { Section } from '../section/section';
import { type Column, Table } from '../table/table';
import { loadRecords, type MachineRecord, type RecordsData } from './query';
import { displayRate } from './rates';

const words = text.group.machines;
const ROWS = 25;

type Row = MachineRecord & { machine: RecordsData['machines'][number] | undefined };

const State = ({ row }: { row: Row }) => {
  if (!row.isMember)
    return (
      <StatusBadge tone="idle" glyph="dash">
        {words.left}
      </StatusBadge>
    );
  return row.machine?.punished ? (
    <StatusBadge tone="warn" glyph="cross">
      {words.punished}
    </StatusBadge>
  ) : (
    <StatusBadge tone="good" glyph="disc">
      {words.counts}
    </StatusBadge>
  );
};

const columns = ({ grid }: RecordsData, at: number | null, slotMs: number): Column<Row>[] => {
  const [sample] = grid.rows;
  const rates = (sample?.rates ?? []).map(({ slots }, i): Column<Row> => {
    const header = words.rate(formatDuration(slots * slotMs));
    const of = (row: Row) => row.rates[i];
    return {
      key: `rate-${slots}`,
      header,
      numeric: true,
      minor: i === 1,
      proof: (row) =>
        proofOf(header, `${of(row)?.reported} / ${of(row)?.due}`, receiptIn(grid.figureReceipts, 'rates')),
      cell: (row) => {
        const perbill = of(row)?.perbill ?? null;
        return perbill === null ? text.common.none : displayRate(perbill);
      },
    };
  });
  return [
    {
      key: 'machine',
      header: words.machine,
      cell: (row) => (
        <Address address={row.account} name={row.machineAccount.identityDisplay} href={route.group(row.account, at)} />
      ),
    },
    { key: 'state', header: words.state, cell: (row) => <State row={row} /> },
    ...rates,
    {
      key: 'streak',
      header: words.streak,
      numeric: true,
      proof: (row) => proofOf(words.streak, row.streak?.slots ?? null, receiptIn(grid.figureReceipts, 'streak')),
      cell: ({ streak }) =>
        streak === null ? text.common.none : words.streakOf(streak.reported, formatInteger(streak.slots), streak.open),
    },
    {
      key: 'workload',
      header: words.workload,
      numeric: true,
      minor: true,
      proof: ({ machine }) =>
        proofOf(words.workload, machine ? `${machine.workload} B` : null, receiptIn(grid.figureReceipts, 'workload')),
      cell: ({ machine }) => (machine ? displayBytes(machine.workload) : text.common.none),
    },
    {
      key: 'expires',
      header: words.expires,
      numeric: true,
      minor: true,
      proof: ({ machine }) =>
        proofOf(words.expires, machine?.expireBlock ?? null, receiptIn(grid.figureReceipts, 'expireBlock')),
      cell: ({ machine }) => (machine?.expireBlock == null ? text.common.none : formatInteger(machine.expireBlock)),
    },
  ];
};

/** Lowest success over the longest time first; a machine from which nothing was due comes last. */
const worstFirst = (a: Row, b: Row): number => {
  const rate = (row: Row) => row.rates.at(-1)?.perbill ?? Number.POSITIVE_INFINITY;
  const difference = rate(a) - rate(b);
  if (difference !== 0 && !Number.isNaN(difference)) return difference;
  return a.account < b.account ? -1 : 1;
};

interface Props {
  account: string;
  at: number | null;
  query: Query;
  path: string;
}

/** Each machine with its record, the weakest first. */
export const MachineRecords = async ({ account, at, query, path }: Props) => {
  const answer = await loadRecords(account, at);
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { audit, status } = answer.data;
  const known = new Map(audit.machines.map((machine) => [machine.account, machine]));
  const rows = audit.grid.rows.map((row): Row => ({ ...row, machine: known.get(row.account) })).sort(worstFirst);
  if (rows.length < 2) return null;
  const page = Math.min(Math.ceil(rows.length / ROWS) - 1, Number(first(query, 'machines') ?? 0));
  const shown = rows.slice(page * ROWS, (page + 1) * ROWS);
  const href = (to: number) => `${withQuery(path, query, { machines: to === 0 ? null : String(to) })}#records`;
  return (
    <Section title={words.title} lead={words.order} anchor="records">
      <Table
        caption={words.title}
        columns={columns(audit, at, status.profile.slotBlocks * status.profile.blockTimeMs)}
        rows={shown}
        rowKey={(row) => row.account}
        rowName={(row) => plainName(row.machineAccount.identityDisplay) ?? shorten(row.account)}
        cards
      />
      <Pagination
        firstHref={page === 0 ? null : href(0)}
        nextHref={(page + 1) * ROWS < rows.length ? href(page + 1) : null}
        shown={shown.length}
      />
    </Section>
  );
};
