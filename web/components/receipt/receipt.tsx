'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { text } from '../../messages';
import type { Proof } from './proof';
import styles from './receipt.module.css';
import { ReceiptSheet } from './sheet';

const words = text.common.receipt;

/**
 * The small core-sample mark after a figure or a row of figures. It opens their receipt: the exact values, where on the
 * chain they stand, and the RPC call that reads them again. The sheet is asked for and drawn when it is opened, since a
 * page may hold hundreds.
 */
export const Receipt = ({ of, proofs }: { of: string; proofs: readonly Proof[] }) => {
  const id = useId();
  const sheet = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  // the browser opens it by itself, which a quick reader can make it do before this script has run
  useEffect(() => {
    if (sheet.current?.matches(':popover-open')) setOpen(true);
  }, []);
  return (
    <span className={styles.holder}>
      <button
        type="button"
        className={styles.mark}
        popoverTarget={id}
        data-receipt=""
        aria-label={words.open(of)}
        title={words.open(of)}
      />
      <div
        id={id}
        ref={sheet}
        popover="auto"
        className={styles.sheet}
        role="dialog"
        aria-label={words.open(of)}
        onBeforeToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && <ReceiptSheet of={of} proofs={proofs} closes={id} />}
      </div>
    </span>
  );
};
