import { displayPerbill, formatInteger } from '../../lib/format/quantity';
import { formatDuration } from '../../lib/format/time';
import { text } from '../../messages';
import { ProblemPage } from '../problem/problem';
import { Figure } from '../receipt/figure';
import { receiptIn } from '../receipt/fragment';
import { Panel } from '../section/section';
import { Stat, Stats } from '../stat/stat';
import { loadRecords } from './query';

const words = text.group.reports;

/** Lengths over which success is told, slots: 24 hours, 7 and 28 days on mainnet. */
const WINDOWS = [24, 168, 672];

interface Props {
  account: string;
  at: number | null;
}

/** The same figures before they have been counted, so that nothing moves when they come. */
export const RatesLoading = ({ slotMs }: { slotMs: number }) => (
  <Panel>
    <Stats>
      {WINDOWS.map((slots) => (
        <Stat key={slots} label={words.rate(formatDuration(slots * slotMs))} note={text.common.loading}>
          …
        </Stat>
      ))}
      <Stat label={words.streak} note={text.common.loading}>
        …
      </Stat>
    </Stats>
  </Panel>
);

/** The success rates, each with the slots behind it, and the current streak; of a group's machines together. */
export const Rates = async ({ account, at }: Props) => {
  const answer = await loadRecords(account, at);
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { audit, status } = answer.data;
  const { rates, streak, figureReceipts } = audit.grid;
  const slotMs = status.profile.slotBlocks * status.profile.blockTimeMs;
  return (
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
                receipt={receiptIn(figureReceipts, 'rates')}
              >
                {perbill === null ? text.common.none : displayRate(perbill)}
              </Figure>
            </Stat>
          );
        })}
        {streak && (
          <Stat label={words.streak} note={words.streakNote(streak.reported, streak.open, audit.isGroup)}>
            <Figure of={words.streak} raw={streak.slots} receipt={receiptIn(figureReceipts, 'streak')}>
              {`${formatInteger(streak.slots)}${streak.open ? '+' : ''}`}
            </Figure>
          </Stat>
        )}
      </Stats>
    </Panel>
  );
};

/** Rounded down to hundredths of a percent: 100 % only when nothing was missed. */
export const displayRate = (perbill: number): string => displayPerbill(perbill - (perbill % 100_000));
