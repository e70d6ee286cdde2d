import Link from 'next/link';
import { Fragment, type ReactNode } from 'react';
import { formatInteger } from '../../lib/format/quantity';
import { formatUtc } from '../../lib/format/time';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { CopyButton } from '../copy-button/copy-button';
import type { ReceiptData } from './fragment';
import { type Proof, placesOf, ruleOf } from './proof';
import styles from './receipt.module.css';
import { rpcCall } from './rpc-call';

const words = text.common.receipt;
const LONG_HEX = 400;

/** What the call answers, in one sentence. */
const hintOf = ({ kind, rpcMethod }: ReceiptData): string => {
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
const Figures = ({ proofs, placesOfFigure }: { proofs: readonly Proof[]; placesOfFigure: (i: number) => string }) => (
  <dl className={styles.list}>
    {proofs.map((proof, i) => (
      <Row key={proof.of} name={proofs.length === 1 ? words.value : proof.of} line="value">
        <code>{proof.raw}</code>
        {placesOfFigure(i) !== '' && <span className={styles.places}>{placesOfFigure(i)}</span>}
        {ruleOf(proof) !== null && (
          <span className={styles.rule} data-line="rule">
            {words.derived} {ruleOf(proof)}
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

const Place = ({ receipt }: { receipt: ReceiptData }) => (
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

const Call = ({ receipt }: { receipt: ReceiptData }) => {
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

/** What an open receipt says: first the figures, then each place they come from with the call that re-reads it. */
export const ReceiptSheet = ({ of, proofs, closes }: { of: string; proofs: readonly Proof[]; closes: string }) => {
  const places = placesOf(proofs);
  const several = places.length > 1;
  const placesOfFigure = (i: number) =>
    several ? places.flatMap(({ figures }, n) => (figures.includes(i) ? [`[${n + 1}]`] : [])).join(' ') : '';
  return (
    <>
      <div className={styles.head}>
        <strong>
          {words.title}: {of}
        </strong>
        <button type="button" className={styles.close} popoverTarget={closes} popoverTargetAction="hide">
          {words.close}
        </button>
      </div>
      <Figures proofs={proofs} placesOfFigure={placesOfFigure} />
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
