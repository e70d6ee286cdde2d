import { type FileStatus, SAFE_LIVE_OWNERS } from '@moho/protocol';

export interface SentenceFacts {
  status: FileStatus;
  /** block the sentence is about */
  block: number;
  expiredAt: number | null;
  closingBlock: number | null;
  reported: number;
  live: number;
  liveOwners: number;
}

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** A file's status as people would say it. Says "reported" and "live" apart, since they differ. */
export const fileSentence = (facts: SentenceFacts): string => {
  const { status, block, expiredAt, closingBlock, reported, live, liveOwners } = facts;
  const closed = closingBlock === null ? '' : ` in block ${closingBlock}`;
  const until = `paid until block ${expiredAt}`;
  const held = `${count(live, 'live replica')} of ${count(liveOwners, 'independent owner')}`;
  switch (status) {
    case 'NEVER_ORDERED':
      return `Nobody has ordered this file on Crust up to block ${block}.`;
    case 'WAITING':
      return 'Ordered and paid, but no node has reported a replica yet; the paid time begins with the first one.';
    case 'STORED':
      return `Stored: ${held}, ${until}.`;
    case 'AT_RISK':
      return `At risk: ${held}, fewer than the ${SAFE_LIVE_OWNERS} that count as safe; ${until}.`;
    case 'UNREACHABLE':
      return reported === 0
        ? `Unreachable: no replica is left of this file; ${until}.`
        : `Unreachable: the chain counts ${count(reported, 'replica')}, but none is on a node that still reports; ${until}.`;
    case 'EXPIRED':
      return `Expired: the paid time ended at block ${expiredAt} and nobody has settled the order yet.`;
    case 'CLOSED':
      return `Closed${closed}: the paid time was over and nothing was left to renew it.`;
    case 'ILLEGAL':
      return `Removed${closed}: the file was larger than the size it was ordered with.`;
  }
};
