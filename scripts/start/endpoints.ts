import { checkGenesis, PreflightError } from '../../indexer/preflight';
import type { ChainChoice } from './options';
import type { Report } from './report';
import { UserError } from './user-error';

/** A finding about a chain as a sentence of its own. */
export function asUserError(error: unknown): unknown {
  if (!(error instanceof PreflightError)) return error;
  const { message } = error;
  return new UserError(`${message.charAt(0).toUpperCase()}${message.slice(1)}.`.replace(/\.\.$/, '.'));
}

/**
 * Asks a chain that was named for its block 0 before anything is started: a wrong address or another chain is told at
 * once and not after minutes of building. A local chain is ours and needs no question.
 */
export async function checkEndpoints(chain: ChainChoice, report: Report): Promise<void> {
  if (chain.kind !== 'endpoints') return;
  report.doing('chain', `asking ${chain.endpoints.join(', ')}`);
  const since = Date.now();
  try {
    const endpoint = await checkGenesis(chain.endpoints, chain.genesis);
    report.done('chain', `${endpoint}, genesis ${chain.genesis.slice(0, 10)}…`, Date.now() - since);
  } catch (error) {
    throw asUserError(error);
  }
}
