import { ask } from '../api/ask';
import { graphql, type ResultOf } from '../graphql';

const EventFields = graphql(`
  fragment FollowedEvent on FileEvent {
    id kind fileId block extrinsicIndex time account owner amount value
  }
`);

const ExpiryFields = graphql(`
  fragment FollowedExpiry on File {
    cid status expiresAtTime
    state { expiredAt sizeBytes sinceBlock endedAtBlock }
  }
`);

const ClockFields = graphql(`
  fragment FollowClock on Status {
    indexedHeight genesisHash
    profile { fileDurationBlocks blockTimeMs }
    specs { time }
  }
`);

const FollowFileDocument = graphql(
  `
  query FollowFile($cid: String!) {
    status { ...FollowClock }
    file(cid: $cid) {
      ...FollowedExpiry
      events(first: 50) { nodes { ...FollowedEvent } }
      statusHistory { block time status liveOwners }
    }
  }
`,
  [EventFields, ExpiryFields, ClockFields],
);

const ClockDocument = graphql(
  `
  query FollowClockNow($id: String!) { status { ...FollowClock } account(id: $id) { address } }
`,
  [ClockFields],
);

const AccountEventsDocument = graphql(
  `
  query FollowAccount($id: String!, $expiresTo: Int!) {
    fileEvents(first: 100, filter: { orderedBy: $id }) { nodes { ...FollowedEvent } }
    files(
      first: 100
      filter: { orderedBy: $id, expiresFrom: 1, expiresTo: $expiresTo }
      orderBy: { field: EXPIRED_AT, direction: DESC }
    ) { nodes { ...FollowedExpiry } }
    portfolio(account: $id) {
      statusChanges { files complete fromBlock changes { fileId block time status liveOwners } }
    }
  }
`,
  [EventFields, ExpiryFields],
);

const AccountExpiriesDocument = graphql(
  `
  query FollowExpiries($id: String!, $after: String) {
    files(
      first: 100
      after: $after
      filter: { orderedBy: $id, expiresFrom: 1 }
      orderBy: { field: EXPIRED_AT, direction: ASC }
    ) { nodes { ...FollowedExpiry } pageInfo { hasNextPage endCursor } }
  }
`,
  [ExpiryFields],
);

export type FollowedEvent = ResultOf<typeof EventFields>;
export type FollowedExpiry = ResultOf<typeof ExpiryFields>;
export type FollowedStatus = ResultOf<typeof FollowFileDocument>['file']['statusHistory'][number];
export type FollowClock = ResultOf<typeof ClockFields>;

export const askFile = (cid: string) => ask(FollowFileDocument, { cid });
export const askClock = (id: string) => ask(ClockDocument, { id });
export const askAccountEvents = (id: string, expiresTo: number) => ask(AccountEventsDocument, { id, expiresTo });
export const askAccountExpiries = (id: string, after: string | null) => ask(AccountExpiriesDocument, { id, after });
