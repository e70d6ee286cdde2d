import { writeFileSync } from 'node:fs';
import { printedSchema } from './schema/print';

/** Writes api/schema.graphql: the contract with the site, reviewed like code. */
writeFileSync(new URL('../schema.graphql', import.meta.url), printedSchema());
