import { type FileStatus, SAFE_LIVE_OWNERS, type WaitingReason } from '@moho/protocol';

/** What is known of a file that waits. */
export interface WaitingFacts {
  reason: WaitingReason;
  since: number;
  reportedAt: number | null;
  processedBlock: number | null;
}

export interface SentenceFacts {
  status: FileStatus;
  /** block the sentence is about */
  block: number;
  expiredAt: number | null;
  closingBlock: number | null;
  reported: number;
  live: number;
  liveOwners: number;
  /** only of a file that waits */
  waiting: WaitingFacts | null;
}

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

const waitingSentence = ({ reason, since, reportedAt, processedBlock }: WaitingFacts, block: number): string => {
  switch (reason) {
    case 'NOT_REPORTED':
      return `Waiting since block ${since}: ordered and paid, but no node has reported storing it up to block ${block}.`;
    case 'NOT_APPLIED':
      return `Waiting since block ${since}: a node reported storing it in block ${reportedAt}, but the spower service that takes replicas over has only come to block ${processedBlock}.`;
    case 'NOT_ACCEPTED':
      return `Waiting since block ${since}: a node reported storing it in block ${reportedAt}, but the chain has taken no replica over up to block ${block}.`;
  }
};

/** A file's status as people would say it, with the number that decides it and its block. Says "reported" and "live" apart. */
export const fileSentence = (facts: SentenceFacts): string => {
  const { status, block, expiredAt, closingBlock, reported, live, liveOwners } = facts;
  const closed = closingBlock === null ? '' : ` in block ${closingBlock}`;
  const until = `paid until block ${expiredAt}`;
  const held = `${count(live, 'live replica')} of ${count(liveOwners, 'independent owner')} at block ${block}`;
  switch (status) {
    case 'NEVER_ORDERED':
      return `Nobody has ordered this file on Crust up to block ${block}.`;
    case 'WAITING':
      return facts.waiting === null
        ? `Waiting: ordered and paid, but the chain has taken no replica over up to block ${block}.`
        : waitingSentence(facts.waiting, block);
    case 'STORED':
      return `Stored: ${held}, ${until}.`;
    case 'AT_RISK':
      return `At risk: ${held}, fewer than the ${SAFE_LIVE_OWNERS} that count as safe; ${until}.`;
    case 'UNREACHABLE':
      return reported === 0
        ? `Unreachable: no replica is left of this file at block ${block}; ${until}.`
        : `Unreachable: the chain counts ${count(reported, 'replica')}, but none is on a node that still reports at block ${block}; ${until}.`;
    case 'EXPIRED':
      return `Expired: the paid time ended at block ${expiredAt} and nobody has settled the order up to block ${block}.`;
    case 'CLOSED':
      return `Closed${closed}: the paid time was over and nothing was left to renew it.`;
    case 'ILLEGAL':
      return `Removed${closed}: the file was larger than the size it was ordered with.`;
  }
};
