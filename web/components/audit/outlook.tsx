import { PUNISHMENT_SLOTS } from '@moho/protocol/slots';
import Link from 'next/link';
import { plainName } from '../../lib/format/plain';
import { displayBytes, formatInteger, shorten } from '../../lib/format/quantity';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { Address } from '../address/address';
import { Amount } from '../amount/amount';
import { Moment } from '../block-ref/block-ref';
import { NothingYet } from '../empty/empty';
import { ProblemPage } from '../problem/problem';
import { receiptIn } from '../receipt/fragment';
import { bytesText, picoText, proofOf } from '../receipt/proof';
import { Section } from '../section/section';
import { type Column, Table } from '../table/table';
import styles from './audit.module.css';
import { type CodeData, loadOutlook, type OutlookData, type PunishedMachine } from './query';

const { punished, codes } = text.group;
const MOST_PUNISHED = 25;

/** The slot whose miss set a deadline. */
const missedSlot = (deadline: string, slotBlocks: number): number => Number(deadline) - PUNISHMENT_SLOTS * slotBlocks;

const punishedColumns = (at: number | null, slotBlocks: number): Column<PunishedMachine>[] => [
  {
    key: 'machine',
    header: punished.machine,
    cell: (row) => (
      <Address address={row.account} name={row.machineAccount.identityDisplay} href={route.group(row.account, at)} />
    ),
  },
  {
    key: 'missed',
    header: punished.missed,
    numeric: true,
    proof: (row) =>
      proofOf(
        punished.missed,
        row.punishmentDeadline,
        receiptIn(row.figureReceipts, 'punishmentDeadline'),
        punished.missedRule,
      ),
    cell: (row) =>
      row.punishmentDeadline === null
        ? text.common.none
        : formatInteger(missedSlot(row.punishmentDeadline, slotBlocks)),
  },
  {
    key: 'workload',
    header: punished.workload,
    numeric: true,
    proof: (row) => proofOf(punished.workload, bytesText(row.workload), receiptIn(row.figureReceipts, 'workload')),
    cell: (row) => displayBytes(row.workload),
  },
  {
    key: 'back',
    header: punished.back,
    numeric: true,
    proof: (row) => proofOf(punished.back, row.fullPowerBlock, receiptIn(row.figureReceipts, 'fullPowerBlock')),
    cell: (row) =>
      row.fullPowerBlock !== null && (
        <span className={styles.when}>
          {formatInteger(row.fullPowerBlock)}
          {row.fullPowerTime && (
            <span>
              {punished.about} <Moment time={row.fullPowerTime} />
            </span>
          )}
        </span>
      ),
  },
];

const Punished = ({
  audit,
  slotBlocks,
  at,
}: {
  audit: OutlookData['audit'];
  slotBlocks: number;
  at: number | null;
}) => (
  <Section title={punished.title} lead={punished.lead} anchor="punished">
    <Table
      caption={punished.title}
      columns={punishedColumns(at, slotBlocks)}
      rows={audit.machines}
      rowKey={(row) => row.account}
      rowName={(row) => plainName(row.machineAccount.identityDisplay) ?? shorten(row.account)}
      empty={<NothingYet>{punished.none}</NothingYet>}
      cards
    />
    {audit.punishedCount > audit.machines.length && (
      <p className={styles.shown}>{punished.more(formatInteger(audit.punishedCount - audit.machines.length))}</p>
    )}
  </Section>
);

/** `ofGroup`: the machine works for an owner, whose limit is told on the group’s page. */
const codeColumns = (ofGroup: boolean): Column<CodeData>[] => [
  { key: 'code', header: codes.code, cell: (row) => <code title={row.code}>{shorten(row.code, 10, 6)}</code> },
  {
    key: 'machines',
    header: codes.machines,
    numeric: true,
    proof: (row) => proofOf(codes.machines, row.machineCount, receiptIn(row.figureReceipts, 'machineCount')),
    cell: (row) => formatInteger(row.machineCount),
  },
  {
    key: 'expires',
    header: codes.expires,
    numeric: true,
    proof: (row) => proofOf(codes.expires, row.expireBlock, receiptIn(row.figureReceipts, 'expireBlock')),
    cell: (row) => (row.expireBlock === null ? codes.gone : formatInteger(row.expireBlock)),
  },
  {
    key: 'refused',
    header: codes.refused,
    numeric: true,
    proof: (row) => proofOf(codes.refused, row.refusedFromSlot, receiptIn(row.figureReceipts, 'refusedFromSlot')),
    cell: (row) =>
      row.refusedFromSlot !== null && (
        <span className={styles.when}>
          {formatInteger(row.refusedFromSlot)}
          {row.refusedFromTime && <Moment time={row.refusedFromTime} />}
        </span>
      ),
  },
  {
    key: 'limit',
    header: codes.limit,
    numeric: true,
    proof: (row) => proofOf(codes.limit, picoText(row.limitShare), receiptIn(row.figureReceipts, 'limitShare')),
    cell: ({ limitShare }) => {
      if (limitShare !== null) return <Amount pico={limitShare} />;
      return ofGroup ? codes.limitOfOwner : codes.noLimit;
    },
  },
];

const Codes = ({ rows, ofGroup }: { rows: readonly CodeData[]; ofGroup: boolean }) => (
  <Section
    title={codes.title}
    lead={codes.lead}
    anchor="versions"
    aside={<Link href={route.reports}>{codes.network}</Link>}
  >
    <Table
      caption={codes.title}
      columns={codeColumns(ofGroup)}
      rows={rows}
      rowKey={(row) => row.code}
      rowName={(row) => shorten(row.code, 10, 6)}
      empty={<NothingYet>{codes.none}</NothingYet>}
      cards
    />
  </Section>
);

/** What lies ahead: when punished machines count again, when versions end and what stake limit ends with them. */
export const Outlook = async ({ account: asked, at }: { account: string; at: number | null }) => {
  const answer = await loadOutlook(asked, at, MOST_PUNISHED);
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { account, audit, status } = answer.data;
  if (audit.machineCount === 0) return null;
  return (
    <>
      <Punished audit={audit} slotBlocks={status.profile.slotBlocks} at={at} />
      <Codes rows={audit.codes} ofGroup={account.owner !== null} />
    </>
  );
};
