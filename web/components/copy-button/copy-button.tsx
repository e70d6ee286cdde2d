'use client';

import { useState } from 'react';
import { text } from '../../messages';
import styles from './copy-button.module.css';

/** Copies a text to the clipboard and says so, also to those who cannot see the icon change. */
export const CopyButton = ({ value, what }: { value: string; what: string }) => {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    setTimeout(() => setCopied(false), 1600);
  };
  return (
    <button type="button" className={styles.button} data-copied={copied} onClick={copy}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
        {copied ? <path d="M2.5 7.5l3 3 6-7" /> : <path d="M5 4.5h6.5v7H5zM2.5 9.5v-7h6.5" />}
      </svg>
      <span className="visually-hidden" aria-live="polite">
        {copied ? text.common.copy.copied : text.common.copy.copy(what)}
      </span>
    </button>
  );
};
