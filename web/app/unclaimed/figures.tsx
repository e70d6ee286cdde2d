import type { ReactNode } from 'react';
import { Amount } from '../../components/amount/amount';
import { Figure } from '../../components/receipt/figure';
import { receiptIn } from '../../components/receipt/fragment';
import { picoText } from '../../components/receipt/proof';
import { Stat, Stats } from '../../components/stat/stat';
import { formatInteger } from '../../lib/format/quantity';
import { text } from '../../messages';
import type { Radar } from './query';

const words = text.unclaimed.stats;

/** The whole radar in figures. */
export const RadarFigures = ({ radar }: { radar: Radar }) => {
  const figure = (label: string, field: string, raw: string | number | null, shown: ReactNode, note?: string) => (
    <Stat label={label} note={note}>
      <Figure of={label} raw={raw} receipt={receiptIn(radar.figureReceipts, field)}>
        {shown}
      </Figure>
    </Stat>
  );
  const { total, accountTotal, eraCount, validatorCount } = radar;
  return (
    <Stats>
      {figure(words.total, 'total', picoText(total), <Amount pico={total} />)}
      {accountTotal != null &&
        figure(words.mine, 'accountTotal', picoText(accountTotal), <Amount pico={accountTotal} />, words.mineNote)}
      {figure(words.eras, 'eraCount', eraCount, formatInteger(eraCount))}
      {figure(words.nodes, 'validatorCount', validatorCount, formatInteger(validatorCount))}
    </Stats>
  );
};
