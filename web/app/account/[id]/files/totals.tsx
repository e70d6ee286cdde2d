import { Amount } from '../../../../components/amount/amount';
import { Figure } from '../../../../components/receipt/figure';
import { receiptIn } from '../../../../components/receipt/fragment';
import { Panel, Section } from '../../../../components/section/section';
import { Stat, Stats } from '../../../../components/stat/stat';
import { displayBytes, formatInteger } from '../../../../lib/format/quantity';
import { text } from '../../../../messages';
import type { TotalsData } from './query';

const words = text.portfolio.totals;

/** Files, bytes and money of the whole portfolio. */
export const Totals = ({ portfolio }: { portfolio: TotalsData }) => {
  const { totals, figureReceipts } = portfolio;
  const figure = (of: string, field: string, raw: string | number, shown: React.ReactNode, note?: string) => (
    <Stat label={of} note={note}>
      <Figure of={of} raw={raw} receipt={receiptIn(figureReceipts, field)}>
        {shown}
      </Figure>
    </Stat>
  );
  return (
    <Section title={words.title}>
      <Panel>
        <Stats>
          {figure(words.files, 'files', totals.files, formatInteger(totals.files), words.filesNote)}
          {figure(words.onChain, 'filesOnChain', totals.filesOnChain, formatInteger(totals.filesOnChain))}
          {figure(words.bytes, 'bytesOnChain', `${totals.bytesOnChain} B`, displayBytes(totals.bytesOnChain))}
          {figure(
            words.spent,
            'spent',
            `${totals.spent} pico`,
            <Amount pico={totals.spent} />,
            words.spentNote(formatInteger(totals.orders), totals.orders),
          )}
          {figure(
            words.prepaid,
            'prepaid',
            `${totals.prepaid} pico`,
            <Amount pico={totals.prepaid} />,
            words.prepaidNote,
          )}
        </Stats>
      </Panel>
    </Section>
  );
};
