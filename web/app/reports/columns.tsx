import { BlockRef, Moment } from '../../components/block-ref/block-ref';
import { Bytes } from '../../components/bytes/bytes';
import { receiptIn } from '../../components/receipt/fragment';
import { bytesText, proofOf } from '../../components/receipt/proof';
import type { Column } from '../../components/table/table';
import { formatInteger } from '../../lib/format/quantity';
import { text } from '../../messages';
import type { SlotData } from './query';

const words = text.reports.table;

type CountField = 'reporters' | 'missed' | 'punished' | 'exempt' | 'owners';
type SizeField = 'totalFree' | 'totalSpower' | 'totalFilesSizeBytes';

const count = (field: CountField, header: string, minor = false): Column<SlotData> => ({
  key: field,
  header,
  numeric: true,
  minor,
  cell: (slot) => formatInteger(slot[field]),
  proof: (slot) => proofOf(header, slot[field], receiptIn(slot.figureReceipts, field)),
});

const size = (field: SizeField, header: string): Column<SlotData> => ({
  key: field,
  header,
  numeric: true,
  minor: true,
  cell: (slot) => <Bytes of={slot[field]} />,
  proof: (slot) => proofOf(header, bytesText(slot[field]), receiptIn(slot.figureReceipts, field)),
});

export const slotColumns: readonly Column<SlotData>[] = [
  { key: 'slot', header: words.slot, cell: ({ slot }) => <BlockRef block={slot} /> },
  count('reporters', words.reporters),
  count('missed', words.missed),
  count('punished', words.punished),
  count('exempt', words.exempt, true),
  count('owners', words.owners, true),
  size('totalFree', words.free),
  size('totalSpower', words.spower),
  size('totalFilesSizeBytes', words.files),
  {
    key: 'sweep',
    header: words.sweep,
    hint: words.sweepHint,
    minor: true,
    cell: ({ sweepStartBlock, sweepEndBlock }) => (
      <>
        <BlockRef block={sweepStartBlock} />–<BlockRef block={sweepEndBlock} />
      </>
    ),
  },
  { key: 'time', header: words.time, cell: ({ time }) => <Moment time={time} /> },
];
