import { EmptyState } from '../../components/empty/empty';
import { Pagination } from '../../components/pagination/pagination';
import { SearchBox } from '../../components/search-box/search-box';
import { Section } from '../../components/section/section';
import { PageLoading } from '../../components/skeleton/skeleton';
import { TimeMachine } from '../../components/time-machine/time-machine';
import { SAMPLE_RECEIPT } from '../../lib/receipt/sample';
import { route } from '../../lib/route';
import { text } from '../../messages';
import styles from './page.module.css';
import { CID } from './samples';

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
