import { AmountField } from '../../components/desk/amount-field';
import { Realised } from '../../components/desk/returns';
import { WeightFields } from '../../components/desk/weight-fields';
import { EmptyState } from '../../components/empty/empty';
import { Pagination } from '../../components/pagination/pagination';
import { SearchBox } from '../../components/search-box/search-box';
import { Section } from '../../components/section/section';
import { PageLoading } from '../../components/skeleton/skeleton';
import { TimeMachine } from '../../components/time-machine/time-machine';
import { readDesk } from '../../lib/desk/state';
import { SAMPLE_RECEIPT } from '../../lib/receipt/sample';
import { route } from '../../lib/route';
import { text } from '../../messages';
import styles from './page.module.css';
import { CID } from './samples';

const DESK = readDesk({});
const PAID = [{ window: 28, eras: 27, p10Perbill: '41000000', medianPerbill: '62300000', p90Perbill: '70500000' }];

export const InputSamples = () => (
  <Section title={text.design.inputs}>
    <div className={styles.stack}>
      <SearchBox size="large" value={CID} />
      <TimeMachine path={route.design} at={null} asOf={SAMPLE_RECEIPT.block} />
      <TimeMachine
        path={route.design}
        at={SAMPLE_RECEIPT.block}
        asOf={SAMPLE_RECEIPT.block}
        time={SAMPLE_RECEIPT.time}
      />
      <AmountField value={DESK.amountText} />
      <WeightFields weights={DESK.weights} open />
      <div className={styles.row}>
        <Realised spreads={PAID} eras={28} />
      </div>
      <Pagination shown={40} firstHref={route.design} nextHref={route.design} />
    </div>
  </Section>
);

export const MessageSamples = () => (
  <Section title={text.design.messages}>
    <EmptyState title={text.node.table.empty}>{text.node.table.emptyMore}</EmptyState>
    <PageLoading />
  </Section>
);
