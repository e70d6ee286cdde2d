import { Address } from '../../../../../../components/address/address';
import { Amount } from '../../../../../../components/amount/amount';
import { EmptyState } from '../../../../../../components/empty/empty';
import { receiptIn } from '../../../../../../components/receipt/fragment';
import { picoText, proofOf } from '../../../../../../components/receipt/proof';
import { type Column, Table } from '../../../../../../components/table/table';
import { plainName } from '../../../../../../lib/format/plain';
import { shorten } from '../../../../../../lib/format/quantity';
import { route } from '../../../../../../lib/route';
import { text } from '../../../../../../messages';
import type { MissData } from './query';

const words = text.misses.detail;
type Row = MissData['guarantors'][number];

const columns = (miss: MissData): Column<Row>[] => {
  const prove = (of: string, pico: string) =>
    proofOf(of, picoText(pico), receiptIn(miss.figureReceipts, 'guarantorsLoss'), words.guarantorRule);
  return [
    {
      key: 'guarantor',
      header: words.guarantor,
      cell: (row) => (
        <Address address={row.guarantor} name={row.account.identityDisplay} href={route.guarantor(row.guarantor)} />
      ),
    },
    {
      key: 'paid',
      header: words.paid,
      numeric: true,
      proof: (row) => prove(words.paid, row.paid),
      cell: (row) => <Amount pico={row.paid} unit={false} />,
    },
    {
      key: 'restored',
      header: words.restored,
      numeric: true,
      minor: true,
      proof: (row) => prove(words.restored, row.restored),
      cell: (row) => <Amount pico={row.restored} unit={false} />,
    },
    {
      key: 'loss',
      header: words.loss,
      numeric: true,
      proof: (row) => prove(words.loss, row.loss),
      cell: (row) => <Amount pico={row.loss} unit={false} />,
    },
  ];
};

/** What each guarantor lost, the greatest loss first. */
export const GuarantorLosses = ({ miss }: { miss: MissData }) => (
  <Table
    caption={words.guarantorsTitle}
    columns={columns(miss)}
    rows={miss.guarantors}
    rowKey={(row) => row.guarantor}
    rowName={(row) => plainName(row.account.identityDisplay) ?? shorten(row.guarantor)}
    empty={<EmptyState title={words.guarantorsNone} />}
    cards
  />
);
