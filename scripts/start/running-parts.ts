import { type RunFile, STOP_ORDER } from './run-file';
import { type Supervised, type Supervision, type SupervisorRoom, supervise } from './supervise';

export type RunningParts = ReturnType<typeof runningParts>;

/** Keeps what runs, and ends it in the right order. */
export function runningParts(room: SupervisorRoom, runFile: RunFile) {
  const parts: Supervised[] = [];
  const endings: (() => Promise<void>)[] = [];
  return {
    parts,
    onStop: (ending: () => Promise<void>) => endings.push(ending),
    async start(supervision: Supervision): Promise<void> {
      parts.push(await supervise(supervision, room));
    },
    async stop(): Promise<void> {
      for (const ending of endings) await ending();
      for (const name of STOP_ORDER) await parts.find((part) => part.name === name)?.stop();
      runFile.clear();
    },
  };
}
