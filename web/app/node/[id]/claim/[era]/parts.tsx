import { Address } from '../../../../../components/address/address';
import { Amount, columnDigits } from '../../../../../components/amount/amount';
import { type Glyph, StatusBadge, type Tone } from '../../../../../components/badge/badge';
import { NothingYet } from '../../../../../components/empty/empty';
import { receiptIn } from '../../../../../components/receipt/fragment';
import { picoText, proofOf } from '../../../../../components/receipt/proof';
import { Section } from '../../../../../components/section/section';
import { type Column, Table } from '../../../../../components/table/table';
import { plainName } from '../../../../../lib/format/plain';
import { shorten } from '../../../../../lib/format/quantity';
import { route } from '../../../../../lib/route';
import { text } from '../../../../../messages';
import type { Claim, ClaimPart } from './query';

const words = text.unclaimed.claim;

const MARKS: Record<ClaimPart['state'], [Tone, Glyph]> = {
  PAID: ['good', 'disc'],
  CLIPPED: ['bad', 'cross'],
  UNBONDED: ['idle', 'dash'],
};

const columns = (claim: Claim): Column<ClaimPart>[] => {
  const digits = columnDigits(claim.parts.map(({ amount }) => amount));
  const receipt = receiptIn(claim.figureReceipts, 'parts');
  return [
    {
      key: 'who',
      header: words.guarantor,
      cell: (row) => (
        <Address address={row.guarantor} name={row.account.identityDisplay} href={route.guarantor(row.guarantor)} />
      ),
    },
    {
      key: 'value',
      header: words.effective,
      numeric: true,
      proof: (row) => proofOf(words.effective, picoText(row.value), receipt),
      cell: (row) => <Amount pico={row.value} unit={false} />,
    },
    {
      key: 'amount',
      header: words.amount,
      numeric: true,
      proof: (row) => proofOf(words.amount, picoText(row.amount), receipt),
      cell: (row) => <Amount pico={row.amount} unit={false} digits={digits} />,
    },
    {
      key: 'state',
      header: words.state,
      cell: ({ state }) => (
        <StatusBadge tone={MARKS[state][0]} glyph={MARKS[state][1]}>
          {words.states[state]}
        </StatusBadge>
      ),
    },
  ];
};

/** Everybody behind the node in that era, also who gets nothing. */
export const Parts = ({ claim }: { claim: Claim }) => (
  <Section title={words.parts} lead={words.partsLead}>
    <Table
      caption={words.parts}
      columns={columns(claim)}
      rows={claim.parts}
      rowKey={(row) => row.guarantor}
      rowName={(row) => plainName(row.account.identityDisplay) ?? shorten(row.guarantor)}
      empty={<NothingYet>{words.noParts}</NothingYet>}
      cards
    />
  </Section>
);
