import { CopyButton } from '../../components/copy-button/copy-button';
import { NothingYet } from '../../components/empty/empty';
import { KeyValue } from '../../components/keyvalue/keyvalue';
import { Panel, Section } from '../../components/section/section';
import { formatInteger } from '../../lib/format/quantity';
import { text } from '../../messages';
import styles from './page.module.css';
import type { OrderCall } from './query';

const words = text.store.call;

/** The exact bytes of the order, what they say, and what to do with them. */
export const CallToSign = ({ call }: { call: OrderCall | null }) => (
  <Section title={words.title} lead={words.lead}>
    {call === null ? (
      <NothingYet>{words.enter}</NothingYet>
    ) : (
      <Panel>
        <KeyValue
          pairs={[
            {
              name: words.hex,
              value: (
                <span className={styles.hex}>
                  <code data-call>{call.callData}</code> <CopyButton value={call.callData} what={words.copy} />
                </span>
              ),
            },
            {
              name: words.hash,
              hint: words.hashHint,
              value: (
                <span className={styles.hex}>
                  <code>{call.callHash}</code> <CopyButton value={call.callHash} what={words.copyHash} />
                </span>
              ),
            },
            {
              name: words.arguments,
              value: (
                <>
                  <code>
                    {call.pallet}.{call.call}
                  </code>
                  <dl className={styles.arguments}>
                    {call.arguments.map((argument) => (
                      <div key={argument.name} className={styles.argument}>
                        <dt>
                          <code>{argument.name}</code> <span className={styles.note}>{argument.type}</span>
                        </dt>
                        <dd>{argument.value === '' ? text.common.none : <code>{argument.value}</code>}</dd>
                      </div>
                    ))}
                  </dl>
                </>
              ),
            },
          ]}
        />
        <h3 className={styles.historyTitle}>{words.where}</h3>
        <ol className={styles.how}>
          {words.how.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className={styles.note}>{words.spec(String(call.specVersion), formatInteger(call.asOf))}</p>
      </Panel>
    )}
  </Section>
);
