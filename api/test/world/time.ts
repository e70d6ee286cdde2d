const START = Date.UTC(2026, 0, 1);

/** Time of a block of the test world, as the API says it. */
export const timeOf = (block: number): string => new Date(START + block * 6000).toISOString();

/** The same as Postgres stores it: without a zone. */
export const stamp = (block: number): string => timeOf(block).replace('Z', '');
