'use client';

import { useEffect, useState } from 'react';
import type { Live } from '../../lib/live';

const INTERVAL_MS = 4000;

const fetchLive = async (blocks: number): Promise<Live | null> => {
  try {
    const response = await fetch(`/live?blocks=${blocks}`, { cache: 'no-store' });
    return response.ok ? ((await response.json()) as Live) : null;
  } catch {
    return null; // this site's own server is away; the next round will tell
  }
};

/** Asks for the newest state every few seconds while the page is visible. `stale` when the last question got no answer. */
export const useLive = (initial: Live, blocks: number): { live: Live; stale: boolean } => {
  const [state, setState] = useState({ live: initial, stale: initial.silent });
  useEffect(() => {
    let stopped = false;
    const refresh = async () => {
      if (document.hidden) return;
      const next = await fetchLive(blocks);
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
  }, [blocks]);
  return state;
};
