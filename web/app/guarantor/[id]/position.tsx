import Link from 'next/link';
import type { ReactNode } from 'react';
import { Address } from '../../../components/address/address';
import { Amount } from '../../../components/amount/amount';
import { Figure } from '../../../components/receipt/figure';
import { type ReceiptData, receiptIn } from '../../../components/receipt/fragment';
import { picoText, proofOf } from '../../../components/receipt/proof';
import { Panel, Section } from '../../../components/section/section';
import { Stat, Stats } from '../../../components/stat/stat';
import { type Column, Table } from '../../../components/table/table';
import { formatInteger } from '../../../lib/format/quantity';
import { formatDuration } from '../../../lib/format/time';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import type { GuarantorAnswer, GuarantorData } from './query';

const words = text.guarantor.facts;
type Bond = NonNullable<GuarantorData['bond']>;
type Chunk = Bond['unlocking'][number];

interface MoneyProps {
  label: string;
  pico: string | null;
  receipt: ReceiptData | null | undefined;
  note?: string;
}

const Money = ({ label, pico, receipt, note }: MoneyProps) => (
  <Stat label={label} note={note}>
    <Figure of={label} raw={picoText(pico)} receipt={receipt}>
      <Amount pico={pico} />
    </Figure>
  </Stat>
);

const BondStats = ({ bond }: { bond: Bond }) => {
  const of = (field: 'idle' | 'uncovered' | 'waiting' | 'withdrawable', label: string, note?: string): ReactNode => (
    <Money label={label} pico={bond[field]} receipt={receiptIn(bond.figureReceipts, field)} note={note} />
  );
  return (
    <>
      {of('idle', words.free, words.freeNote)}
      {bond.uncovered !== '0' && of('uncovered', words.uncovered, words.uncoveredNote)}
      {of('waiting', words.waiting, words.waitingNote(formatInteger(bond.bondingEras)))}
      {bond.withdrawable !== '0' && of('withdrawable', words.withdrawable)}
    </>
  );
};

/** What is guaranteed, bonded, idle, locked, paid and still to be claimed. */
export const Position = ({ of, unclaimed }: { of: GuarantorData; unclaimed: GuarantorAnswer['unclaimed'] }) => (
  <Section title={words.title}>
    <Panel>
      <Stats>
        <Money label={words.total} pico={of.total} receipt={of.receipt} />
        {of.ledger && <Money label={words.bonded} pico={of.ledger.active} receipt={of.ledger.receipt} />}
        {of.bond && <BondStats bond={of.bond} />}
        <Money label={words.paid} pico={of.paidTotal} receipt={receiptIn(of.figureReceipts, 'paidTotal')} />
        <Stat label={words.unclaimed} note={words.unclaimedNote}>
          <Figure
            of={words.unclaimed}
            raw={picoText(unclaimed.accountTotal)}
            receipt={receiptIn(unclaimed.figureReceipts, 'accountTotal')}
          >
            <Link href={route.unclaimedOf(of.stash)}>
              <Amount pico={unclaimed.accountTotal} />
            </Link>
          </Figure>
        </Stat>
        {of.submittedIn !== null && (
          <Stat label={words.submitted}>
            <Figure of={words.submitted} raw={of.submittedIn} receipt={of.receipt}>
              <Link href={route.era(of.submittedIn)}>{formatInteger(of.submittedIn)}</Link>
            </Figure>
          </Stat>
        )}
        {of.controller && (
          <Stat label={words.controller}>
            <Address address={of.controller} />
          </Stat>
        )}
        {of.suppressed && <Stat label={words.suppressed}>{text.common.yes}</Stat>}
      </Stats>
    </Panel>
  </Section>
);

const unlocking = text.guarantor.unlocking;

const whenFree = ({ erasLeft, time }: Chunk, now: Date): string => {
  if (erasLeft === 0) return unlocking.now;
  const ms = time === null ? 0 : Date.parse(time) - now.getTime();
  return unlocking.left(erasLeft, ms > 0 ? formatDuration(ms) : null);
};

/** Chunks of the bond that wait, the first free first. */
export const Unlocking = ({ bond }: { bond: Bond }) => {
  const now = new Date();
  const receipt = receiptIn(bond.figureReceipts, 'unlocking');
  const columns: Column<Chunk>[] = [
    {
      key: 'amount',
      header: unlocking.amount,
      numeric: true,
      proof: (row) => proofOf(unlocking.amount, picoText(row.value), receipt),
      cell: (row) => <Amount pico={row.value} unit={false} />,
    },
    {
      key: 'era',
      header: unlocking.era,
      numeric: true,
      proof: (row) => proofOf(unlocking.era, row.era, receipt),
      cell: (row) => formatInteger(row.era),
    },
    { key: 'when', header: unlocking.when, cell: (row) => whenFree(row, now) },
  ];
  return (
    <Section title={unlocking.title}>
      <Table
        caption={unlocking.title}
        columns={columns}
        rows={bond.unlocking}
        rowKey={(row) => `${row.era}-${row.value}`}
        rowName={(row) => text.era.titleOf(formatInteger(row.era))}
        cards
      />
    </Section>
  );
};
