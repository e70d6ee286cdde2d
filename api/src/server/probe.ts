import { GraphQLError } from 'graphql';
import type { ContextSettings } from '../context';
import { readHead } from '../database/head';
import { explainDatabaseError } from '../errors';
import { readiness } from '../status/readiness';

export interface Probe {
  status: 200 | 503;
  body: Record<string, unknown>;
}

/** /ready: 200 when the index has caught up within the allowed lag, otherwise 503 and the reason. */
export const probeReadiness = async (settings: ContextSettings): Promise<Probe> => {
  try {
    const head = await readHead(settings.db.sql());
    const { ready, sentence, lagBlocks } = readiness(head, settings.maxLagBlocks, settings.genesisHash);
    return {
      status: ready ? 200 : 503,
      body: {
        ready,
        sentence,
        indexedHeight: head?.height ?? null,
        targetHeight: head?.targetHeight ?? null,
        lagBlocks,
        maxLagBlocks: settings.maxLagBlocks,
        readOnlyRole: settings.db.isReader(),
      },
    };
  } catch (error) {
    const explained = explainDatabaseError(error);
    if (!(explained instanceof GraphQLError)) throw error;
    return { status: 503, body: { ready: false, sentence: explained.message } };
  }
};
