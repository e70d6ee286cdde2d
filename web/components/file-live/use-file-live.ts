'use client';

import { useEffect, useRef, useState } from 'react';
import type { LiveFile } from '../../lib/follow/live-file';
import { route } from '../../lib/route';

export type Connection = 'connecting' | 'open' | 'lost';

/** Changes of one file as the chain makes them; `file` is null until the first answer. */
export const useFileLive = (
  cid: string,
  onChange?: (file: LiveFile) => void,
): { file: LiveFile | null; connection: Connection } => {
  const [file, setFile] = useState<LiveFile | null>(null);
  const [connection, setConnection] = useState<Connection>('connecting');
  const told = useRef(onChange);
  told.current = onChange;
  useEffect(() => {
    const source = new EventSource(route.fileStream(cid));
    source.addEventListener('open', () => setConnection('open'));
    // the browser connects again by itself and says which event it had last
    source.addEventListener('error', () => setConnection('lost'));
    source.addEventListener('file', (event: MessageEvent<string>) => {
      const next = JSON.parse(event.data) as LiveFile;
      setConnection('open');
      setFile(next);
      told.current?.(next);
    });
    return () => source.close();
  }, [cid]);
  return { file, connection };
};
