import { graphql, type ResultOf } from '../graphql';

/** What the live parts of pages show of a file. */
const LiveFileFields = graphql(`
  fragment LiveFile on File {
    cid status sentence expiresAtTime
    replicaCounts { reported entries live liveOwners }
    state { sizeBytes expiredAt prepaid }
    events(first: 1) { nodes { kind block } }
  }
`);

export const FileChangedDocument = graphql(
  `
  subscription FileChanged($cid: String!, $since: String) {
    fileChanged(cid: $cid, since: $since) { block mark file { ...LiveFile } }
  }
`,
  [LiveFileFields],
);

export { LiveFileFields };

type Change = ResultOf<typeof FileChangedDocument>['fileChanged'];

/** One event of /file/[cid]/live. */
export interface LiveFile extends Omit<Change['file'], 'events'> {
  block: number;
  lastEvent: { kind: string; block: number } | null;
}

export const liveFileOf = ({ block, file: { events, ...file } }: Omit<Change, 'mark'>): LiveFile => ({
  ...file,
  block,
  lastEvent: events.nodes[0] ?? null,
});
