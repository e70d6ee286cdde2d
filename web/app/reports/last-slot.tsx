import { Figure } from '../../components/receipt/figure';
import { receiptIn } from '../../components/receipt/fragment';
import { bytesText } from '../../components/receipt/proof';
import { Panel, Section } from '../../components/section/section';
import { Stat, Stats } from '../../components/stat/stat';
import { displayBytes, formatInteger } from '../../lib/format/quantity';
import { text } from '../../messages';
import type { SlotData } from './query';

const words = text.reports.last;

/** The figures of the slot judged last. */
export const LastSlot = ({ slot }: { slot: SlotData }) => {
  const count = (label: string, field: 'reporters' | 'missed' | 'punished' | 'exempt', note?: string) => (
    <Stat label={label} note={note}>
      <Figure of={label} raw={slot[field]} receipt={receiptIn(slot.figureReceipts, field)}>
        {formatInteger(slot[field])}
      </Figure>
    </Stat>
  );
  const size = (label: string, field: 'totalFree' | 'totalSpower' | 'totalFilesSizeBytes', note?: string) => (
    <Stat label={label} note={note}>
      <Figure of={label} raw={bytesText(slot[field])} receipt={receiptIn(slot.figureReceipts, field)}>
        {displayBytes(slot[field])}
      </Figure>
    </Stat>
  );
  return (
    <Section
      title={words.title}
      lead={words.leadOf(
        formatInteger(slot.slot),
        formatInteger(slot.sweepStartBlock),
        formatInteger(slot.sweepEndBlock),
      )}
    >
      <Panel>
        <Stats>
          {count(words.reporters, 'reporters')}
          {count(words.missed, 'missed')}
          {count(words.punished, 'punished', words.punishedNote)}
          {count(words.exempt, 'exempt', words.exemptNote)}
          {size(words.free, 'totalFree', words.freeNote)}
          {size(words.spower, 'totalSpower')}
          {size(words.files, 'totalFilesSizeBytes')}
        </Stats>
      </Panel>
    </Section>
  );
};
