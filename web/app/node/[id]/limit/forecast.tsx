import { Address } from '../../../../components/address/address';
import { Amount, columnDigits } from '../../../../components/amount/amount';
import { Moment } from '../../../../components/block-ref/block-ref';
import { EmptyState } from '../../../../components/empty/empty';
import { receiptIn } from '../../../../components/receipt/fragment';
import { picoText, proofOf } from '../../../../components/receipt/proof';
import { Section } from '../../../../components/section/section';
import { type Column, Table } from '../../../../components/table/table';
import { formatInteger } from '../../../../lib/format/quantity';
import { text } from '../../../../messages';
import styles from './page.module.css';
import type { Forecast as ForecastData } from './query';
import { shortAmount } from './sentence';

const words = text.limit.forecast;
const MOST_STEPS = 40;
const MOST_MEMBERS = 3;

type Step = ForecastData['steps'][number];

const columnsOf = ({ steps, figureReceipts }: ForecastData): Column<Step>[] => {
  const digits = columnDigits(steps.map(({ amount }) => amount));
  return [
    {
      key: 'when',
      header: words.when,
      cell: ({ time, slot }) => (
        <span>
          {time !== null && (
            <>
              <Moment time={time} both /> ·{' '}
            </>
          )}
          <span className={styles.slot}>{text.limit.changes.slot(formatInteger(slot))}</span>
        </span>
      ),
    },
    { key: 'what', header: words.what, cell: ({ kind }) => words.kinds[kind] },
    {
      key: 'count',
      header: words.count,
      numeric: true,
      minor: true,
      proof: ({ count }) => proofOf(words.count, count, receiptIn(figureReceipts, 'steps')),
      cell: ({ count }) => formatInteger(count),
    },
    {
      key: 'amount',
      header: words.amount,
      numeric: true,
      proof: (step) => proofOf(words.amount, picoText(step.amount), receiptIn(figureReceipts, 'steps')),
      cell: ({ amount }) => (
        <span className={styles.amount} data-up={!amount.startsWith('-')}>
          {!amount.startsWith('-') && '+'}
          <Amount pico={amount} unit={false} digits={digits} />
        </span>
      ),
    },
    {
      key: 'after',
      header: words.after,
      numeric: true,
      proof: (step) => proofOf(words.after, picoText(step.limit), receiptIn(figureReceipts, 'steps')),
      cell: ({ limit }) => <Amount pico={limit} unit={false} />,
    },
    {
      key: 'who',
      header: words.who,
      minor: true,
      cell: ({ members, memberCount }) => (
        <span className={styles.members}>
          {members.slice(0, MOST_MEMBERS).map(({ address, identityDisplay }) => (
            <Address key={address} address={address} name={identityDisplay} />
          ))}
          {memberCount > MOST_MEMBERS && <span>{words.moreMembers(formatInteger(memberCount - MOST_MEMBERS))}</span>}
        </span>
      ),
    },
  ];
};

/** What falls due, with its dates and its effect on the limit. */
export const Forecast = ({ forecast }: { forecast: ForecastData }) => {
  const { steps } = forecast;
  const shown = steps.slice(0, MOST_STEPS);
  const total = steps.reduce((all, { amount }) => all + BigInt(amount), 0n);
  return (
    <Section title={words.title} lead={words.lead} anchor="forecast">
      {steps.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <>
          <p>
            {words.sentence(
              formatInteger(steps.length),
              steps.length,
              total < 0n,
              shortAmount(total < 0n ? -total : total),
            )}
          </p>
          <Table
            caption={words.title}
            columns={columnsOf(forecast)}
            rows={shown}
            rowKey={({ slot, kind }) => `${slot} ${kind}`}
            rowName={({ slot, kind }) => `${words.kinds[kind]}, ${text.limit.changes.slot(formatInteger(slot))}`}
            cards
          />
          {shown.length < steps.length && (
            <p className={styles.moreRows}>{words.more(formatInteger(shown.length), formatInteger(steps.length))}</p>
          )}
        </>
      )}
    </Section>
  );
};
