import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from './index';

/** The schema as text, sorted, so that a change shows as the lines it touches. */
export const printedSchema = (): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
