'use client';

import { useEffect, useState } from 'react';
import type { Live } from '../../lib/live';

const INTERVAL_MS = 4000;

const fetchLive = async (blocks: number, receipts: boolean): Promise<Live | null> => {
  try {
    const response = await fetch(`/live?blocks=${blocks}${receipts ? '&receipts=1' : ''}`, { cache: 'no-store' });
    return response.ok ? ((await response.json()) as Live) : null;
  } catch {
    return null; // this site's own server is away; the next round will tell
  }
};

/** Asks for the newest state every few seconds while the page is visible. `stale` when the last question got no answer. */
export const useLive = (initial: Live, blocks: number, receipts = false): { live: Live; stale: boolean } => {
  const [state, setState] = useState({ live: initial, stale: initial.silent });
  useEffect(() => {
    let stopped = false;
    const refresh = async () => {
      if (document.hidden) return;
      const next = await fetchLive(blocks, receipts);
      if (stopped) return;
      setState((old) =>
        next === null || next.silent ? { live: old.live, stale: true } : { live: next, stale: false },
      );
    };
    const timer = setInterval(refresh, INTERVAL_MS);
    return () => {
      stopped = true;
      clearInterval(timer);
    };
  }, [blocks, receipts]);
  return state;
};
