import { useCallback, useEffect, useState } from 'react';
import type { WholeReceipts } from '../../lib/receipt/whole';
import { route } from '../../lib/route';
import { text } from '../../messages';

type Answer = { whole: WholeReceipts; problem: null } | { whole: null; problem: string };

const silent: Answer = { whole: null, problem: text.common.receipt.silent };

const askFor = async (questions: string, signal: AbortSignal): Promise<Answer> => {
  try {
    const response = await fetch(route.receipts, { method: 'POST', body: questions, signal });
    if (response.ok) return { whole: (await response.json()) as WholeReceipts, problem: null };
    const { error } = (await response.json()) as { error: string };
    return { whole: null, problem: error };
  } catch {
    return silent; // this site's own server is away, or the sheet was closed
  }
};

/** The receipts that questions lead to, asked for when the sheet appears. `whole` is null until they are there. */
export const useReceipts = (
  questions: readonly string[],
): { whole: WholeReceipts | null; problem: string | null; again: () => void } => {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [round, setRound] = useState(0);
  const body = JSON.stringify(questions);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks the same again
  useEffect(() => {
    const closed = new AbortController();
    setAnswer(null);
    void askFor(body, closed.signal).then((next) => {
      if (!closed.signal.aborted) setAnswer(next);
    });
    return () => closed.abort();
  }, [body, round]);
  const again = useCallback(() => setRound((n) => n + 1), []);
  return { whole: answer?.whole ?? null, problem: answer?.problem ?? null, again };
};
