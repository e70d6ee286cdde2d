import Link from 'next/link';
import { Fragment, type ReactNode } from 'react';
import { formatInteger } from '../../lib/format/quantity';
import { formatUtc } from '../../lib/format/time';
import type { WholeReceipt } from '../../lib/receipt/whole';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { CopyButton } from '../copy-button/copy-button';
import { type Proof, placesOf, questionsOf, ruleOf } from './proof';
import styles from './receipt.module.css';
import { rpcCall } from './rpc-call';
import { useReceipts } from './use-receipts';

const words = text.common.receipt;
const LONG_HEX = 400;

/** What the call answers, in one sentence. */
const hintOf = ({ kind, rpcMethod }: WholeReceipt): string => {
  if (rpcMethod === 'state_getKeysPaged') return words.mapHint;
  if (kind === 'EVENT') return words.eventHint;
  return rpcMethod === 'chain_getBlock' ? words.blockHint : words.storageHint;
};

const Row = ({ name, line, children }: { name: string; line?: string; children: ReactNode }) => (
  <div className={styles.row} data-line={line}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** The exact values, each with its rule and the places it comes from. */
const Figures = ({ lines }: { lines: readonly { proof: Proof; rule: string | null; places: string }[] }) => (
  <dl className={styles.list}>
    {lines.map(({ proof, rule, places }) => (
      <Row key={proof.of} name={lines.length === 1 ? words.value : proof.of} line="value">
        <code>{proof.raw}</code>
        {places !== '' && <span className={styles.places}>{places}</span>}
        {rule !== null && (
          <span className={styles.rule} data-line="rule">
            {words.derived} {rule}
          </span>
        )}
      </Row>
    ))}
  </dl>
);

/** Long values scroll in their own box: a file with many replicas takes some thousand digits. */
const RawValue = ({ hex }: { hex: string }) => (
  <code className={styles.raw} tabIndex={hex.length > LONG_HEX ? 0 : undefined}>
    {hex}
  </code>
);

const Place = ({ receipt }: { receipt: WholeReceipt }) => (
  <dl className={styles.list}>
    {receipt.pallet && receipt.item && (
      <Row name={words.storage} line="item">
        {receipt.pallet}.{receipt.item}
      </Row>
    )}
    {receipt.sources.length > 0 && (
      <Row name={words.sources} line="sources">
        {receipt.sources.map(({ name }) => name).join(', ')}
        {receipt.rowCount !== null && ` (${words.rows(formatInteger(receipt.rowCount))})`}
      </Row>
    )}
    {receipt.kind === 'EVENT' && receipt.eventIndex !== null && (
      <Row name={words.event} line="event">
        {words.eventAt(formatInteger(receipt.block), String(receipt.eventIndex))}
      </Row>
    )}
    {receipt.extrinsicIndex !== null && (
      <Row name={words.extrinsic} line="extrinsic">
        <Link href={route.extrinsic(receipt.block, receipt.extrinsicIndex)}>
          {formatInteger(receipt.block)}-{receipt.extrinsicIndex}
        </Link>
      </Row>
    )}
    <Row name={words.asOf} line="block">
      <Link href={route.block(receipt.block)}>{formatInteger(receipt.block)}</Link>
      {receipt.time && <> · {formatUtc(new Date(receipt.time))}</>}
    </Row>
    {receipt.changedAtBlock !== null && (
      <Row name={words.changed} line="changed">
        <Link href={route.block(receipt.changedAtBlock)}>{formatInteger(receipt.changedAtBlock)}</Link>
      </Row>
    )}
    {receipt.blockHash && (
      <Row name={words.hash} line="hash">
        <code>{receipt.blockHash}</code>
      </Row>
    )}
    {receipt.storageKey && (
      <Row name={words.key} line="key">
        <code>{receipt.storageKey}</code>
      </Row>
    )}
    {receipt.kind !== 'DERIVED' && (
      <Row name={words.raw} line="raw">
        {receipt.rawValue !== null && <RawValue hex={receipt.rawValue} />}
        <span className={styles.rule}>{receipt.rawNote}</span>
      </Row>
    )}
  </dl>
);

const Call = ({ receipt }: { receipt: WholeReceipt }) => {
  const call = rpcCall(receipt.rpcMethod, receipt.rpcParams);
  return (
    <div className={styles.call} data-line="call">
      <span className={styles.callName}>{words.call}</span>
      <CopyButton value={call} what={words.rpc} />
      <code>{call}</code>
      <span className={styles.hint}>{hintOf(receipt)}</span>
    </div>
  );
};

const Head = ({ of, closes }: { of: string; closes: string }) => (
  <div className={styles.head}>
    <strong>
      {words.title}: {of}
    </strong>
    <button type="button" className={styles.close} popoverTarget={closes} popoverTargetAction="hide">
      {words.close}
    </button>
  </div>
);

/** What stands in the places' stead until they are known. */
const Waiting = ({ problem, again }: { problem: string | null; again: () => void }) =>
  problem === null ? (
    <p className={styles.asking} role="status">
      {words.asking}
    </p>
  ) : (
    <p className={styles.problem} role="alert">
      {problem}{' '}
      <button type="button" className={styles.close} onClick={again}>
        {words.again}
      </button>
    </p>
  );

interface SheetProps {
  of: string;
  proofs: readonly Proof[];
  /** id of the popover that the sheet's button closes */
  closes: string;
}

/** What an open receipt says: first the figures, then each place they come from with the call that re-reads it. */
export const ReceiptSheet = ({ of, proofs, closes }: SheetProps) => {
  const { whole, problem, again } = useReceipts(questionsOf(proofs));
  const places = placesOf(proofs, whole ?? {});
  const several = places.length > 1;
  const placesOfFigure = (i: number) =>
    several ? places.flatMap(({ figures }, n) => (figures.includes(i) ? [`[${n + 1}]`] : [])).join(' ') : '';
  const lines = proofs.map((proof, i) => ({ proof, rule: ruleOf(proof, whole ?? {}), places: placesOfFigure(i) }));
  return (
    <>
      <Head of={of} closes={closes} />
      <Figures lines={lines} />
      {whole === null && <Waiting problem={problem} again={again} />}
      {places.map(({ receipt }, n) => (
        <Fragment
          key={`${receipt.block}-${receipt.storageKey}-${receipt.eventIndex}-${receipt.sources.map(({ name }) => name)}`}
        >
          {several && <p className={styles.place}>{words.place(n + 1)}</p>}
          <Place receipt={receipt} />
          <Call receipt={receipt} />
        </Fragment>
      ))}
    </>
  );
};
