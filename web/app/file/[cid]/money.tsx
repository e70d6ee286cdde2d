import { Address } from '../../../components/address/address';
import { Amount } from '../../../components/amount/amount';
import { BlockRef } from '../../../components/block-ref/block-ref';
import { KeyValue } from '../../../components/keyvalue/keyvalue';
import { Figure } from '../../../components/receipt/figure';
import { picoText } from '../../../components/receipt/proof';
import { receiptIn } from '../../../components/receipt/receipt-in';
import { Panel, Section } from '../../../components/section/section';
import { formatInteger } from '../../../lib/format/quantity';
import { formatDay } from '../../../lib/format/time';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import styles from './page.module.css';
import type { FileData } from './query';

const words = text.file.money;

/** Who was credited for storing it in this life, in the order of their joining. */
const Payments = ({ file, at }: { file: FileData; at: number | null }) => (
  <ol className={styles.payments}>
    {file.ownerPayments.map((payment) => (
      <li key={payment.id}>
        <Figure
          of={words.paidTo}
          raw={picoText(payment.amount)}
          receipt={payment.provenance.receipt}
          rule={words.paidRule}
        >
          <Amount pico={payment.amount} />
        </Figure>
        {payment.ownerAccount && (
          <Address
            address={payment.ownerAccount.address}
            name={payment.ownerAccount.identityDisplay}
            href={route.node(payment.ownerAccount.address, at)}
          />
        )}
        <BlockRef block={payment.block} extrinsicIndex={payment.extrinsicIndex} />
      </li>
    ))}
  </ol>
);

const Runway = ({ file }: { file: FileData }) => {
  const { runway } = file;
  if (runway === null) return null;
  const { renewals, renewalCost, dryBlock, dryTime } = runway;
  return (
    <>
      <Figure of={words.renewals} raw={renewals} receipt={receiptIn(file.figureReceipts, 'renewalsAffordable')}>
        {words.runway(renewals, formatInteger(renewals))}
      </Figure>{' '}
      <span className={styles.small}>
        {words.each}{' '}
        <Figure
          of={words.renewalCost}
          raw={picoText(renewalCost)}
          receipt={receiptIn(file.figureReceipts, 'renewalsAffordable')}
          rule={words.renewalRule}
        >
          <Amount pico={renewalCost} />
        </Figure>
      </span>
      <div className={styles.small}>
        {dryBlock !== null && dryTime !== null
          ? words.dry(formatDay(new Date(dryTime)), formatInteger(dryBlock))
          : words.dryUnknown}
      </div>
    </>
  );
};

/** What the storage share of the orders became, and how long the prepaid pool lasts. */
export const Money = ({ file, at }: { file: FileData; at: number | null }) => {
  const { state } = file;
  if (state === null) return null;
  const stands = state.endedAtBlock === null;
  return (
    <Section title={words.title} lead={words.lead}>
      <Panel>
        <KeyValue
          pairs={[
            {
              name: words.paid,
              hint: words.paidHint,
              value: (
                <>
                  {file.ownerPayments.length === 0 ? words.nobodyPaid : <Payments file={file} at={at} />}
                  {stands && state.remainingPaidCount !== null && (
                    <div className={styles.small}>
                      <Figure of={words.placesLeft} raw={state.remainingPaidCount} receipt={state.receipt}>
                        {words.places(state.remainingPaidCount)}
                      </Figure>
                    </div>
                  )}
                </>
              ),
            },
            stands
              ? {
                  name: words.left,
                  hint: words.leftHint,
                  value: (
                    <Figure of={words.left} raw={picoText(state.amount)} receipt={state.receipt}>
                      <Amount pico={state.amount} />
                    </Figure>
                  ),
                }
              : null,
            stands
              ? {
                  name: words.prepaid,
                  hint: words.prepaidHint,
                  value: (
                    <Figure of={words.prepaid} raw={picoText(state.prepaid)} receipt={state.receipt}>
                      <Amount pico={state.prepaid} />
                    </Figure>
                  ),
                }
              : null,
            stands && file.runway !== null ? { name: words.runwayName, value: <Runway file={file} /> } : null,
          ]}
        />
      </Panel>
    </Section>
  );
};
