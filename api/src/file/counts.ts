import { builder } from '../builder';
import type { FileFactsRow } from './sql';

export const ReplicaCountsRef = builder.objectRef<{ facts: FileFactsRow }>('ReplicaCounts').implement({
  fields: (t) => ({
    reported: t.int({
      description: 'reported_replica_count: what the chain counts and what sets spower',
      resolve: ({ facts }) => (facts.stands ? (facts.reportedReplicaCount ?? 0) : 0),
    }),
    entries: t.int({
      description: 'entries stored with the file (one per owner, at most 200)',
      resolve: ({ facts }) => facts.entries,
    }),
    live: t.int({
      description:
        'entries whose anchor is still that account’s, reported in the last finished slot or later, under a code that has not expired',
      resolve: ({ facts }) => facts.live,
    }),
    liveOwners: t.int({
      description: 'independent owners among the live ones: members of one group count once; decides the status',
      resolve: ({ facts }) => facts.liveOwners,
    }),
  }),
});
