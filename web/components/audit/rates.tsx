import { displayPerbill, formatInteger } from '../../lib/format/quantity';
import { formatDuration } from '../../lib/format/time';
import { text } from '../../messages';
import { Figure } from '../receipt/figure';
import { type FigureReceipts, receiptIn } from '../receipt/fragment';
import { Panel } from '../section/section';
import { Stat, Stats } from '../stat/stat';
import type { RateData, ReportsData } from './query';

const words = text.group.reports;

interface Props {
  rates: readonly RateData[];
  streak: ReportsData['audit']['wide']['streak'];
  /** of several machines as one */
  together: boolean;
  receipts: FigureReceipts;
  slotMs: number;
}

/** The success rates, each with the slots behind it, and the current streak. */
export const Rates = ({ rates, streak, together, receipts, slotMs }: Props) => (
  <Panel>
    <Stats>
      {rates.map(({ slots, reported, due, perbill }) => {
        const label = words.rate(formatDuration(slots * slotMs));
        return (
          <Stat
            key={slots}
            label={label}
            note={due === 0 ? words.rateNone : words.rateNote(formatInteger(reported), formatInteger(due))}
          >
            <Figure
              of={label}
              raw={perbill === null ? null : `${reported} / ${due}`}
              receipt={receiptIn(receipts, 'rates')}
            >
              {perbill === null ? text.common.none : displayRate(perbill)}
            </Figure>
          </Stat>
        );
      })}
      {streak && (
        <Stat label={words.streak} note={words.streakNote(streak.reported, streak.open, together)}>
          <Figure of={words.streak} raw={streak.slots} receipt={receiptIn(receipts, 'streak')}>
            {`${formatInteger(streak.slots)}${streak.open ? '+' : ''}`}
          </Figure>
        </Stat>
      )}
    </Stats>
  </Panel>
);

/** Rounded down to hundredths of a percent: 100 % only when nothing was missed. */
export const displayRate = (perbill: number): string => displayPerbill(perbill - (perbill % 100_000));
