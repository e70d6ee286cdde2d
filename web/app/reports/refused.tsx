import Link from 'next/link';
import { Address } from '../../components/address/address';
import { BlockRef, Moment } from '../../components/block-ref/block-ref';
import { NothingYet } from '../../components/empty/empty';
import { ListEnd } from '../../components/pagination/list-end';
import { Section } from '../../components/section/section';
import { type Column, Table } from '../../components/table/table';
import { route } from '../../lib/route';
import { text } from '../../messages';
import type { ReportsData } from './query';

const words = text.reports.refused;
type RefusedReport = ReportsData['refused']['nodes'][number];

const columnsAt = (at: number | null): Column<RefusedReport>[] => [
  {
    key: 'report',
    header: words.report,
    cell: ({ name }) => (
      <Link href={route.report(name, at)} prefetch={false}>
        {name}
      </Link>
    ),
  },
  {
    key: 'machine',
    header: words.machine,
    cell: ({ account, accountEntity }) => <Address address={account} name={accountEntity?.identityDisplay} />,
  },
  { key: 'slot', header: words.slot, minor: true, cell: ({ slot }) => <BlockRef block={slot} /> },
  { key: 'why', header: words.why, cell: ({ errorText, error }) => errorText ?? error },
  {
    key: 'time',
    header: text.common.time,
    cell: ({ time }) => (time === null ? text.common.none : <Moment time={time} />),
  },
];

/** The reports the chain refused last. */
export const Refused = ({ reports, at }: { reports: readonly RefusedReport[]; at: number | null }) => (
  <Section title={words.title} lead={words.lead} anchor="refused">
    <Table
      caption={words.title}
      columns={columnsAt(at)}
      rows={reports}
      rowKey={({ name }) => name}
      empty={<NothingYet>{words.none}</NothingYet>}
      cards
    />
    <ListEnd shown={reports.length} more={reports.length >= 10} />
  </Section>
);
