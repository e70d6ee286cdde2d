'use client';

import Link from 'next/link';
import { useEffect, useState } from 'react';
import type { SlotAttempt, SlotDetails } from '../../app/group/[owner]/slot/query';
import { formatInteger, shorten } from '../../lib/format/quantity';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { SlotMark } from './mark';
import styles from './report-grid.module.css';
import type { UnusualPlace } from './unusual';

const words = text.group.slot;

type State = { kind: 'loading' } | { kind: 'failed' } | { kind: 'there'; details: SlotDetails };

const fetchDetails = async (account: string, slot: number, at: number | null, signal: AbortSignal): Promise<State> => {
  try {
    const query = new URLSearchParams({ slot: String(slot), ...(at === null ? {} : { at: String(at) }) });
    const response = await fetch(`/group/${encodeURIComponent(account)}/slot?${query}`, { signal });
    return response.ok ? { kind: 'there', details: (await response.json()) as SlotDetails } : { kind: 'failed' };
  } catch {
    return { kind: 'failed' }; // the site is away, or another cell was opened meanwhile
  }
};

const useDetails = (account: string, slot: number, at: number | null): State => {
  const [state, setState] = useState<State>({ kind: 'loading' });
  useEffect(() => {
    const asking = new AbortController();
    setState({ kind: 'loading' });
    fetchDetails(account, slot, at, asking.signal).then((next) => {
      if (!asking.signal.aborted) setState(next);
    });
    return () => asking.abort();
  }, [account, slot, at]);
  return state;
};

const Attempt = ({ attempt, at }: { attempt: SlotAttempt; at: number | null }) => (
  <li>
    <strong>{words.kinds[attempt.status]}</strong>
    {attempt.offset !== null && ` ${words.offset(attempt.offset)}`}
    {attempt.block !== null && attempt.extrinsicIndex !== null && (
      <>
        {' · '}
        <Link href={route.report(attempt.name, at)} prefetch={false}>
          {words.report(formatInteger(attempt.block), attempt.extrinsicIndex)}
        </Link>
      </>
    )}
    {(attempt.errorText ?? attempt.error) && (
      <span className={styles.reason}>{attempt.errorText ?? attempt.error}</span>
    )}
  </li>
);

interface SlotPanelProps {
  account: string;
  slot: number;
  letter: string;
  time: string;
  unusual: UnusualPlace | null;
  at: number | null;
  onClose: () => void;
}

/** One machine in one slot: every report that came, why it was refused, and how the slot was judged. */
export const SlotPanel = ({ account, slot, letter, time, unusual, at, onClose }: SlotPanelProps) => {
  const state = useDetails(account, slot, at);
  return (
    <section className={styles.panel} aria-label={words.title(shorten(account), formatInteger(slot))} data-slot={slot}>
      <div className={styles.panelHead}>
        <SlotMark letter={letter} />
        <strong>{text.group.grid.states[letter]}</strong>
        <span>{words.when(formatInteger(slot), time)}</span>
        <button type="button" className={styles.close} onClick={onClose} aria-label={words.close}>
          ×
        </button>
      </div>
      <p>
        <Link href={route.group(account, at)}>{shorten(account, 10, 8)}</Link>
        {unusual && ` · ${words.unusual(unusual.offset, unusual.habit)}`}
      </p>
      <div role="status">
        {state.kind === 'loading' && text.common.loading}
        {state.kind === 'failed' && words.failed}
        {state.kind === 'there' && state.details.attempts.length === 0 && words.nothing}
      </div>
      {state.kind === 'there' && state.details.attempts.length > 0 && (
        <ul className={styles.attempts}>
          {state.details.attempts.map((attempt) => (
            <Attempt key={attempt.id} attempt={attempt} at={at} />
          ))}
        </ul>
      )}
    </section>
  );
};
