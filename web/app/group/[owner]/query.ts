import { cache } from 'react';
import { ask } from '../../../lib/api/ask';
import { graphql, type ResultOf } from '../../../lib/graphql';
import { GroupSums } from './sums';

const GroupDocument = graphql(
  `
    query Group($owner: String!, $at: Int) {
      account(id: $owner, at: $at) {
        address asOf identityDisplay owner
        ownerAccount { identityDisplay }
        group { ...GroupSums }
        sworkIdentity { id punished }
      }
    }
  `,
  [GroupSums],
);

export type OwnerData = ResultOf<typeof GroupDocument>['account'];

/** The owner of a group of machines, or a machine alone, at one block. */
export const loadGroup = cache((owner: string, at: number | null) => ask(GroupDocument, { owner, at }));
