'use client';

import Link from 'next/link';
import { type ReactNode, useId, useState } from 'react';
import { formatInteger } from '../../lib/format/quantity';
import { formatUtc } from '../../lib/format/time';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { CopyButton } from '../copy-button/copy-button';
import type { ReceiptData } from './fragment';
import styles from './receipt.module.css';
import { rpcCall } from './rpc-call';

const words = text.common.receipt;

const Row = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className={styles.row}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const HINTS = { STORAGE: words.storageHint, EVENT: words.eventHint, BLOCK: words.blockHint } as const;

interface ReceiptProps {
  receipt: ReceiptData;
  /** what the figure is, in words: "prepaid pool" */
  of: string;
  /** the figure as the chain keeps it, with its unit */
  raw?: string | null;
}

const Lines = ({ receipt, raw }: { receipt: ReceiptData; raw?: string | null }) => (
  <dl className={styles.list}>
    {raw && (
      <Row name={words.value}>
        <code>{raw}</code>
      </Row>
    )}
    <Row name={words.asOf}>
      <Link href={route.block(receipt.block)}>{formatInteger(receipt.block)}</Link>
      {receipt.time && <> · {formatUtc(new Date(receipt.time))}</>}
    </Row>
    {receipt.changedAtBlock !== null && (
      <Row name={words.changed}>
        <Link href={route.block(receipt.changedAtBlock)}>{formatInteger(receipt.changedAtBlock)}</Link>
      </Row>
    )}
    {receipt.extrinsicIndex !== null && (
      <Row name={words.extrinsic}>
        <Link href={route.extrinsic(receipt.block, receipt.extrinsicIndex)}>
          {receipt.block}-{receipt.extrinsicIndex}
        </Link>
      </Row>
    )}
    {receipt.kind === 'EVENT' && receipt.eventIndex !== null && (
      <Row name={words.event}>{words.eventAt(formatInteger(receipt.block), String(receipt.eventIndex))}</Row>
    )}
    {receipt.pallet && receipt.item && (
      <Row name={words.storage}>
        {receipt.pallet}.{receipt.item}
      </Row>
    )}
    {receipt.blockHash && (
      <Row name={words.hash}>
        <code>{receipt.blockHash}</code>
      </Row>
    )}
    {receipt.storageKey && (
      <Row name={words.key}>
        <code>{receipt.storageKey}</code>
      </Row>
    )}
  </dl>
);

const Call = ({ receipt }: { receipt: ReceiptData }) => {
  const call = rpcCall(receipt.rpcMethod, receipt.rpcParams);
  return (
    <div className={styles.call}>
      <span className={styles.callName}>{words.call}</span>
      <CopyButton value={call} what={words.rpc} />
      <code>{call}</code>
      <span className={styles.hint}>{HINTS[receipt.kind]}</span>
    </div>
  );
};

/**
 * The small core-sample mark after a figure. It opens the figure's receipt: where on the chain it stands, its exact
 * value, and the RPC call that reads it again. The sheet is drawn when it is opened, since a page may hold hundreds.
 */
export const Receipt = ({ receipt, of, raw }: ReceiptProps) => {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <span className={styles.holder}>
      <button
        type="button"
        className={styles.mark}
        popoverTarget={id}
        aria-label={words.open(of)}
        title={words.open(of)}
      >
        <svg width="8" height="14" viewBox="0 0 8 14" aria-hidden="true" focusable="false">
          <path d="M1 1h6v12H1zM1 4.2l6 1.2M1 7.4l6 .6M1 10l6-.7" />
        </svg>
      </button>
      <div
        id={id}
        popover="auto"
        className={styles.sheet}
        role="dialog"
        aria-label={words.open(of)}
        onBeforeToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && (
          <>
            <div className={styles.head}>
              <strong>
                {words.title}: {of}
              </strong>
              <button type="button" className={styles.close} popoverTarget={id} popoverTargetAction="hide">
                {words.close}
              </button>
            </div>
            <Lines receipt={receipt} raw={raw} />
            <Call receipt={receipt} />
          </>
        )}
      </div>
    </span>
  );
};
