import { mapSource } from '../receipt/node';

/** What makes a replica live is read from these, beside the file's own entry. */
export const LIVE_SOURCES = ['Swork.Identities', 'Swork.WorkReports', 'Swork.PubKeys', 'Swork.Codes'].map(mapSource);
