import { complexityFromQuery } from '@pothos/plugin-complexity';
import { type GraphQLError, type GraphQLResolveInfo, Kind } from 'graphql';
import { problem } from './errors';

/** A question may touch so many fields, list lengths multiplied in. A page of 100 files with their replicas fits. */
export const MAX_COMPLEXITY = 60_000;

export const tooMuch = (cost: number): GraphQLError =>
  problem(
    'TOO_MUCH',
    `The question asks for too much at once (cost ${cost}, at most ${MAX_COMPLEXITY}); use smaller pages.`,
  );

/** Counts a subscription's cost before it begins; the builder counts it only when the first answer is made. */
export const refuseTooMuch = ({ schema, operation, fragments, variableValues }: GraphQLResolveInfo, ctx: object) => {
  const query = { kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(fragments)] } as const;
  const { complexity } = complexityFromQuery(query, { schema, ctx, variables: variableValues });
  if (complexity > MAX_COMPLEXITY) throw tooMuch(complexity);
};
