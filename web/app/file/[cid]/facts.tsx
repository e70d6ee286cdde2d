import { Amount } from '../../../components/amount/amount';
import { BlockRef } from '../../../components/block-ref/block-ref';
import { EmptyState } from '../../../components/empty/empty';
import { KeyValue } from '../../../components/keyvalue/keyvalue';
import { Figure } from '../../../components/receipt/figure';
import { receiptIn } from '../../../components/receipt/receipt-in';
import { Panel, Section } from '../../../components/section/section';
import { displayBytes, formatInteger } from '../../../lib/format/quantity';
import { formatUtc } from '../../../lib/format/time';
import { text } from '../../../messages';
import styles from './page.module.css';
import type { FileData } from './query';

const words = text.file.facts;

/** The stored row, field by field, each with its receipt. */
export const Facts = ({ file }: { file: FileData }) => {
  const { state } = file;
  if (state === null) {
    return (
      <Section title={words.title}>
        <EmptyState title={words.none} />
      </Section>
    );
  }
  // what still stands of the money has a section of its own
  const stands = state.endedAtBlock === null;
  const figure = (of: string, raw: string | number, shown: React.ReactNode) => (
    <Figure of={of} raw={String(raw)} receipt={state.receipt}>
      {shown}
    </Figure>
  );
  const bytes = (of: string, raw: string) => figure(of, `${raw} B`, displayBytes(raw));
  const pico = (of: string, raw: string) => figure(of, `${raw} pico`, <Amount pico={raw} />);
  const expires =
    state.expiredAt === 0 ? (
      words.expiresNone
    ) : (
      <>
        {figure(words.expires, state.expiredAt, formatInteger(state.expiredAt))}{' '}
        {file.expiresAtTime && (
          <span className={styles.small}>
            <Figure
              of={words.expiresTime}
              raw={formatUtc(new Date(file.expiresAtTime))}
              receipt={receiptIn(file.figureReceipts, 'expiresAtTime')}
            >
              {words.expiresAbout(formatUtc(new Date(file.expiresAtTime)))}
            </Figure>
          </span>
        )}
      </>
    );
  return (
    <Section title={words.title} lead={stands ? undefined : words.ended(formatInteger(state.endedAtBlock ?? 0))}>
      <Panel>
        <KeyValue
          pairs={[
            { name: words.size, hint: words.sizeHint, value: bytes(words.size, state.sizeBytes) },
            state.usedSizeBytes === null
              ? null
              : { name: words.usedSize, value: bytes(words.usedSize, state.usedSizeBytes) },
            { name: words.expires, value: expires },
            stands ? null : { name: words.prepaid, value: pico(words.prepaid, state.prepaid) },
            stands ? null : { name: words.amount, hint: words.amountHint, value: pico(words.amount, state.amount) },
            stands || state.remainingPaidCount === null
              ? null
              : {
                  name: words.paidSlots,
                  hint: words.paidSlotsHint,
                  value: figure(words.paidSlots, state.remainingPaidCount, state.remainingPaidCount),
                },
            state.spower === null ? null : { name: words.spower, value: bytes(words.spower, state.spower) },
            {
              name: words.calculated,
              value: figure(words.calculated, state.calculatedAt, formatInteger(state.calculatedAt)),
            },
            { name: words.since, value: figure(words.since, state.sinceBlock, <BlockRef block={state.sinceBlock} />) },
          ]}
        />
      </Panel>
    </Section>
  );
};
