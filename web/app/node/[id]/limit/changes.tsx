import { Amount, columnDigits } from '../../../../components/amount/amount';
import { BlockRef } from '../../../../components/block-ref/block-ref';
import { Bytes } from '../../../../components/bytes/bytes';
import { EmptyState } from '../../../../components/empty/empty';
import { ExportLinks } from '../../../../components/export-links/export-links';
import { KeyValue } from '../../../../components/keyvalue/keyvalue';
import { Pagination } from '../../../../components/pagination/pagination';
import { Figure } from '../../../../components/receipt/figure';
import { receiptIn } from '../../../../components/receipt/fragment';
import { picoText, proofOf } from '../../../../components/receipt/proof';
import { Section } from '../../../../components/section/section';
import { type Column, Table } from '../../../../components/table/table';
import { WaterfallStep } from '../../../../components/waterfall/waterfall';
import { formatInteger } from '../../../../lib/format/quantity';
import { text } from '../../../../messages';
import styles from './page.module.css';
import type { LimitChange, LimitData, LimitPart } from './query';
import { CauseRows } from './rows';
import { sentenceOf } from './sentence';

const words = text.limit.changes;

interface Step extends LimitPart {
  from: bigint;
  to: bigint;
}

/** The parts with the limits they lead from and to. */
const stepsOf = ({ parts, before }: LimitChange): Step[] => {
  let level = BigInt(before ?? 0);
  return parts.map((part) => {
    const from = level;
    level += BigInt(part.amount);
    return { ...part, from, to: level };
  });
};

const least = (values: readonly bigint[]): bigint => values.reduce((a, b) => (b < a ? b : a));
const most = (values: readonly bigint[]): bigint => values.reduce((a, b) => (b > a ? b : a));

const columnsOf = (steps: readonly Step[]): Column<Step>[] => {
  const digits = columnDigits(steps.map(({ amount }) => amount));
  const levels = steps.flatMap(({ from, to }) => [from, to]);
  return [
    {
      key: 'cause',
      header: words.cause,
      cell: (step) => (
        <span className={styles.cause}>
          {text.limit.causes[step.cause]}
          {step.stageAfter !== null && step.stageAfter !== step.stageBefore && (
            <span className={styles.stage}> {words.stage(step.stageAfter)}</span>
          )}
        </span>
      ),
    },
    {
      key: 'part',
      header: words.part,
      numeric: true,
      proof: (step) => proofOf(words.part, picoText(step.amount), receiptIn(step.figureReceipts, 'amount')),
      cell: (step) => (
        <span className={styles.amount} data-up={!step.amount.startsWith('-')}>
          {!step.amount.startsWith('-') && '+'}
          <Amount pico={step.amount} unit={false} digits={digits} />
        </span>
      ),
    },
    {
      key: 'picture',
      header: words.picture,
      cell: ({ from, to }) => <WaterfallStep from={from} to={to} lowest={least(levels)} highest={most(levels)} />,
    },
    { key: 'rows', header: words.rows, cell: (step) => <CauseRows part={step} /> },
  ];
};

const Facts = ({ change }: { change: LimitChange }) => {
  const stored = (name: string, field: 'before' | 'after') => ({
    name,
    value: (
      <Figure of={name} raw={picoText(change[field])} receipt={receiptIn(change.figureReceipts, field)}>
        {change[field] === null ? words.noLimit : <Amount pico={change[field]} />}
      </Figure>
    ),
  });
  const sweep = change.sweepAfter;
  const bothEnds = [receiptIn(change.figureReceipts, 'after'), receiptIn(change.figureReceipts, 'before')];
  const pairs = [
    stored(words.before, 'before'),
    stored(words.after, 'after'),
    {
      name: words.change,
      value: (
        <Figure of={words.change} raw={picoText(change.amount)} receipt={bothEnds}>
          <span className={styles.amount} data-up={!change.amount.startsWith('-')}>
            {!change.amount.startsWith('-') && '+'}
            <Amount pico={change.amount} />
          </span>
        </Figure>
      ),
    },
    sweep && {
      name: words.workload,
      value: (
        <span>
          <Bytes of={sweep.workload} /> {words.totalWorkload} <Bytes of={sweep.totalWorkload} />
        </span>
      ),
    },
    sweep && {
      name: words.totalLimit,
      value: (
        <Figure
          of={words.totalLimit}
          raw={picoText(sweep.totalStakeLimit)}
          receipt={receiptIn(change.figureReceipts, 'totalStakeLimit')}
        >
          <Amount pico={sweep.totalStakeLimit} />
        </Figure>
      ),
    },
  ];
  return <KeyValue pairs={pairs} />;
};

const Change = ({ change, open }: { change: LimitChange; open: boolean }) => {
  const steps = stepsOf(change);
  return (
    <li>
      <details className={styles.change} open={open}>
        <summary>
          <span className={styles.said}>{sentenceOf(change)}</span>
        </summary>
        <div className={styles.inside}>
          <p className={styles.when}>
            <BlockRef block={change.block} time={change.time} both />
          </p>
          <Facts change={change} />
          <Table
            caption={`${words.parts}: ${formatInteger(change.block)}`}
            columns={columnsOf(steps)}
            rows={steps}
            rowKey={({ cause }) => cause}
            rowName={({ cause }) => text.limit.causes[cause]}
            cards
          />
        </div>
      </details>
    </li>
  );
};

interface ChangesProps {
  node: LimitData;
  after: string | null;
  hrefWith: (changes: Record<string, string | null>) => string;
  exports: { csv: string; json: string };
}

/** Every change of the limit; the newest one is open. */
export const Changes = ({ node, after, hrefWith, exports }: ChangesProps) => {
  const { nodes, pageInfo } = node.limitChanges;
  return (
    <Section title={words.title} lead={words.lead} anchor="changes">
      {nodes.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <ul className={styles.changes}>
          {nodes.map((change, i) => (
            <Change key={change.id} change={change} open={i === 0} />
          ))}
        </ul>
      )}
      <Pagination
        firstHref={after === null ? null : hrefWith({ after: null })}
        shown={nodes.length}
        nextHref={pageInfo.hasNextPage ? hrefWith({ after: pageInfo.endCursor }) : null}
      />
      {nodes.length > 0 && <ExportLinks csv={exports.csv} json={exports.json} />}
    </Section>
  );
};
