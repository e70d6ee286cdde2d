import Link from 'next/link';
import { Amount, columnDigits } from '../../../components/amount/amount';
import { BlockRef } from '../../../components/block-ref/block-ref';
import { picoText, proofOf } from '../../../components/receipt/proof';
import { receiptIn } from '../../../components/receipt/receipt-in';
import { Section } from '../../../components/section/section';
import { type Column, Table } from '../../../components/table/table';
import { formatInteger } from '../../../lib/format/quantity';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import type { FileData } from './query';

const words = text.file.lives;
type Life = FileData['lives'][number];
type Sum = keyof Life['money'];

const SUMS: readonly Sum[] = ['ordered', 'renewed', 'prepaid', 'ownersPaid', 'liquidated', 'forfeited'];

const sumColumn = (lives: readonly Life[], field: Sum): Column<Life> => {
  const digits = columnDigits(lives.map(({ money }) => money[field]));
  return {
    key: field,
    header: words.money[field],
    hint: words.moneyHint[field],
    numeric: true,
    minor: true,
    proof: ({ money, figureReceipts }) =>
      proofOf(words.money[field], picoText(money[field]), receiptIn(figureReceipts, field)),
    cell: ({ money }) => <Amount pico={money[field]} unit={false} digits={digits} />,
  };
};

/** The page as it was in the last block of a life that has ended. */
const LifeName = ({ life, cid }: { life: Life; cid: string }) =>
  life.to === null || life.to - 1 < life.from ? (
    words.name(life.number)
  ) : (
    <Link href={route.file(cid, life.to - 1)} title={words.readHint(formatInteger(life.to - 1))}>
      {words.name(life.number)}
    </Link>
  );

const columns = (cid: string, lives: readonly Life[]): Column<Life>[] => [
  { key: 'number', header: words.life, cell: (life) => <LifeName life={life} cid={cid} /> },
  { key: 'from', header: words.from, cell: ({ from }) => <BlockRef block={from} /> },
  { key: 'to', header: words.to, cell: ({ to }) => (to === null ? words.goesOn : <BlockRef block={to} />) },
  { key: 'end', header: words.end, cell: ({ end }) => (end === null ? text.common.none : words.ends[end]) },
  {
    key: 'final',
    header: words.final,
    hint: words.finalHint,
    numeric: true,
    proof: ({ finalReported, finalEntries, figureReceipts }) =>
      finalReported === null
        ? null
        : proofOf(words.final, `${finalReported} / ${finalEntries}`, receiptIn(figureReceipts, 'final')),
    cell: ({ finalReported, finalEntries }) =>
      finalReported === null
        ? text.common.none
        : `${formatInteger(finalReported)} / ${formatInteger(finalEntries ?? 0)}`,
  },
  ...SUMS.filter((field) => lives.some(({ money }) => money[field] !== '0')).map((field) => sumColumn(lives, field)),
];

/** Every life of the CID, the present one first; older ones are read as of their last block. */
export const Lives = ({ file }: { file: FileData }) => {
  const [only, ...others] = file.lives;
  // one life that goes on is what the whole page is about
  if (only === undefined || (others.length === 0 && only.to === null)) return null;
  return (
    <Section title={words.title} lead={file.lives.length > 1 ? words.lead : words.leadOne}>
      <Table
        caption={words.title}
        columns={columns(file.cid, file.lives)}
        rows={[...file.lives].reverse()}
        rowKey={({ number }) => String(number)}
        rowName={({ number }) => words.name(number)}
        cards
      />
    </Section>
  );
};
