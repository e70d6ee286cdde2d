import { route } from '../../lib/route';
import type { SearchHit } from './query';

/** The page of a hit; null for kinds that have none of their own. */
export const hitHref = ({ kind, id }: Pick<SearchHit, 'kind' | 'id'>): string | null => {
  switch (kind) {
    case 'FILE':
      return route.file(id);
    case 'ACCOUNT':
    case 'SWORKER':
      return route.account(id);
    case 'VALIDATOR':
    case 'GROUP':
      return route.node(id);
    case 'GUARANTOR':
      return route.guarantor(id);
    case 'BLOCK':
      return route.block(id);
    case 'EXTRINSIC':
      return `/extrinsic/${id}`;
    case 'ERA':
      return route.era(Number(id));
  }
};

/** Where to send a visitor at once: the only hit, or nothing when there are none or several. */
export const exactHref = (hits: readonly SearchHit[]): string | null => {
  const [only, ...others] = hits;
  return only !== undefined && others.length === 0 ? hitHref(only) : null;
};
