import { parseEventArgs } from './parse';

interface EventOfExtrinsic {
  pallet: string;
  name: string;
  args: string;
}

/**
 * Position, from 0, of the call at which a utility.batch stopped; null when it ran to its end. The chain calls such an
 * extrinsic a success, since what came before the failing call stands.
 */
export const batchStop = (events: readonly EventOfExtrinsic[]): number | null => {
  const event = events.find(({ pallet, name }) => pallet === 'utility' && name === 'BatchInterrupted');
  const position = event && parseEventArgs(event.args)?.[0]?.value;
  return position !== undefined && /^\d+$/.test(String(position)) ? Number(position) : null;
};
