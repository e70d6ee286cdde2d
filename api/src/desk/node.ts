import type { RankWeights } from '@moho/protocol';
import type { View } from '../database/view';
import type { Candidate } from './candidate';
import type { Offer } from './offer';

/** A row of the table as one question sees it. */
export interface CandidateNode {
  view: View;
  candidate: Candidate;
  offer: Offer;
  weights: RankWeights;
}
