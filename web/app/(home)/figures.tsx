import Link from 'next/link';
import { Amount } from '../../components/amount/amount';
import { BlockRef } from '../../components/block-ref/block-ref';
import { Figure } from '../../components/receipt/figure';
import { receiptIn } from '../../components/receipt/fragment';
import { bytesText, picoText } from '../../components/receipt/proof';
import { Stat } from '../../components/stat/stat';
import { displayBytes, formatInteger } from '../../lib/format/quantity';
import { route } from '../../lib/route';
import { text } from '../../messages';
import type { HomeData } from './query';

const words = text.home.layers;
interface Props {
  data: HomeData;
}

/** The newest indexed block. */
export const Head = ({ data: { blocks } }: Props) => {
  const [head] = blocks.nodes;
  return (
    <Stat label={words.head}>
      {head ? (
        <Figure of={words.head} raw={head.number} receipt={head.receipt}>
          <BlockRef block={head.number} time={head.time} />
        </Figure>
      ) : (
        text.common.unknown
      )}
    </Stat>
  );
};

/** The runtime that executed it. */
export const Spec = ({ data: { blocks } }: Props) => {
  const [head] = blocks.nodes;
  return (
    <Stat label={words.spec}>
      {head ? (
        <Figure of={words.spec} raw={head.specVersion} receipt={head.receipt} rule={words.specRule}>
          {head.specVersion}
        </Figure>
      ) : (
        text.common.unknown
      )}
    </Stat>
  );
};

/** What an order of one GiB costs now. */
export const Price = ({ data: { network, status } }: Props) => {
  const { price } = network;
  if (price === null) return null;
  const receipts = ['baseFee', 'byteFee', 'keysFee'].map((fee) => receiptIn(price.figureReceipts, fee));
  return (
    <Stat label={words.price} note={words.priceNoteBlocks(formatInteger(status.profile.fileDurationBlocks))}>
      <Figure of={words.price} raw={picoText(price.quote.total)} receipt={receipts} rule={text.market.quote.rule}>
        <Link href={route.market}>
          <Amount pico={price.quote.total} />
        </Link>
      </Figure>
    </Stat>
  );
};

/** Who reported in the newest judged slot. */
export const LastSlot = ({ data: { network } }: Props) => {
  const slot = network.lastSlot;
  if (slot === null) return <Stat label={words.last}>{text.common.noneLong}</Stat>;
  const receipts = ['reporters', 'missed', 'punished'].map((figure) => receiptIn(slot.figureReceipts, figure));
  const note = words.lastNote(formatInteger(slot.missed), formatInteger(slot.punished));
  const raw = words.lastRaw(slot.reporters, slot.missed, slot.punished, formatInteger(slot.slot));
  return (
    <Stat label={words.last} note={note}>
      <Figure of={words.last} raw={raw} receipt={receipts}>
        {words.reported(formatInteger(slot.reporters))}
      </Figure>
    </Stat>
  );
};

/** What the chain itself summed up at the end of the last sweep: machines that are gone or punished count nothing in it. */
export const SlotTotal = ({
  data: { network },
  label,
  field,
}: Props & { label: string; field: 'totalFree' | 'totalFilesSizeBytes' | 'totalSpower' }) => {
  const slot = network.lastSlot;
  if (slot === null) return <Stat label={label}>{words.notJudged}</Stat>;
  return (
    <Stat label={label} note={words.slotTotalNote}>
      <Figure of={label} raw={bytesText(slot[field])} receipt={receiptIn(slot.figureReceipts, field)}>
        {displayBytes(slot[field])}
      </Figure>
    </Stat>
  );
};

/** Effective stake of the active era. */
export const TotalStake = ({ data: { network } }: Props) => {
  const { era } = network;
  const total = era?.totalStake ?? null;
  return (
    <Stat label={words.totalStake} note={words.totalStakeNote}>
      <Figure of={words.totalStake} raw={picoText(total)} receipt={era && receiptIn(era.figureReceipts, 'totalStake')}>
        <Amount pico={total} />
      </Figure>
    </Stat>
  );
};
