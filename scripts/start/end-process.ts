import { setTimeout as sleep } from 'node:timers/promises';
import { startIdentity } from './identity';

export interface Ending {
  pid: number;
  identity: string;
  stopSignal: 'SIGTERM' | 'SIGINT';
  group: boolean;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it ended by itself: what we wanted
  }
}

/**
 * Asks a process (or its whole group) to end and waits for it; after `timeoutMs` it is killed. The process is known by
 * number and start time, so a stranger that got the number meanwhile is left alone.
 */
export async function endProcess(target: Ending, { timeoutMs }: { timeoutMs: number }): Promise<void> {
  const running = () => startIdentity(target.pid) === target.identity;
  const address = target.group ? -target.pid : target.pid;
  if (!running()) return;
  signal(address, target.stopSignal);
  const deadline = Date.now() + timeoutMs;
  while (running() && Date.now() < deadline) await sleep(50);
  // A leader that ended may leave members of its group behind; they are ours too.
  if (target.group) signal(address, 'SIGKILL');
  else if (running()) signal(address, 'SIGKILL');
  const last = Date.now() + 5_000;
  while (running() && Date.now() < last) await sleep(50);
}
