import { NODE_STANDINGS } from '@moho/protocol/yield/standing';
import { Address } from '../../components/address/address';
import { Amount } from '../../components/amount/amount';
import { Tag } from '../../components/badge/badge';
import { EraPhaseBadge } from '../../components/badge/era-phase-badge';
import { FileStatusBadge } from '../../components/badge/file-status-badge';
import { ReportStatusBadge } from '../../components/badge/report-status-badge';
import { BlockRef } from '../../components/block-ref/block-ref';
import { StandingBadge } from '../../components/desk/standing-badge';
import { Identicon } from '../../components/identicon/identicon';
import { KeyValue } from '../../components/keyvalue/keyvalue';
import { Progress } from '../../components/progress/progress';
import { Figure } from '../../components/receipt/figure';
import { Panel, Section } from '../../components/section/section';
import { Stat, Stats } from '../../components/stat/stat';
import { SAMPLE_RECEIPT } from '../../lib/receipt/sample';
import { text } from '../../messages';
import styles from './page.module.css';
import { ADDRESSES, RECEIPT } from './samples';

const FILE_STATES = [
  'STORED',
  'AT_RISK',
  'UNREACHABLE',
  'WAITING',
  'EXPIRED',
  'CLOSED',
  'ILLEGAL',
  'NEVER_ORDERED',
] as const;
const REPORT_STATES = ['REPORTED', 'DUPLICATE', 'REJECTED', 'MISSED', 'EXEMPT'] as const;
const PHASES = ['ACTIVE', 'PLANNED', 'ENDED', 'PRUNED', 'FUTURE'] as const;
const AMOUNTS = ['1', '123456789', '3500000000000', '1234567891234567890', '10874523793172000000'];

export const FigureSamples = () => (
  <Section title={text.design.figures}>
    <div className={styles.stack}>
      <Panel>
        <Stats>
          {AMOUNTS.map((pico) => (
            <Stat key={pico} label={text.design.sample} note={`${pico} pico`}>
              <Figure of={text.design.sample} raw={`${pico} pico`} receipt={RECEIPT}>
                <Amount pico={pico} />
              </Figure>
            </Stat>
          ))}
        </Stats>
      </Panel>
      <div className={styles.two}>
        <Progress label={text.node.facts.saturation} part={72n} whole={100n} tone="good" />
        <Progress label={text.node.facts.saturation} part={140n} whole={100n} tone="warn" />
      </div>
      <Panel>
        <KeyValue
          pairs={[
            {
              name: text.file.facts.prepaid,
              hint: text.file.money.prepaidHint,
              value: <Amount pico="2500000000000" />,
            },
            { name: text.file.facts.since, value: <BlockRef block={6420} time={SAMPLE_RECEIPT.time} both /> },
          ]}
        />
      </Panel>
    </div>
  </Section>
);

export const StateSamples = () => (
  <Section title={text.design.states}>
    <div className={styles.stack}>
      <div className={styles.row}>
        {FILE_STATES.map((state) => (
          <FileStatusBadge key={state} status={state} />
        ))}
      </div>
      <div className={styles.row}>
        {PHASES.map((phase) => (
          <EraPhaseBadge key={phase} phase={phase} />
        ))}
        {NODE_STANDINGS.map((standing) => (
          <StandingBadge key={standing} standing={standing} />
        ))}
        <Tag>{text.account.roles.OWNER}</Tag>
      </div>
      <div className={styles.row}>
        {REPORT_STATES.map((status) => (
          <ReportStatusBadge key={status} status={status} />
        ))}
      </div>
    </div>
  </Section>
);

export const NameSamples = () => (
  <Section title={text.design.names} lead={text.design.faces}>
    <div className={styles.stack}>
      <div className={styles.row}>
        {ADDRESSES.map((address) => (
          <Identicon key={address} of={address} size={56} />
        ))}
      </div>
      <div className={styles.row}>
        {ADDRESSES.map((address) => (
          <Address key={address} address={address} copy />
        ))}
      </div>
      <Address address={ADDRESSES[0]} full copy />
    </div>
  </Section>
);
