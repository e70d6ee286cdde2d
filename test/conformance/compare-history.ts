import type { ChainProfile } from '@moho/protocol/base';
import type postgres from 'postgres';
import { SCHEMA } from '../../scripts/start/stack';
import { compareBatches } from './batches';
import type { ChainReader } from './chain';
import type { ItemResult } from './compare';
import { compareJudged, compareSummaries, SUMMARY_SELECTION } from './compare-judgements';
import { compareSignatures, SIGNATURE_SELECTION } from './compare-signatures';
import { type Ask, allNodes } from './graphql';
import { itemNamed, readJudgements } from './judgements';
import type { Overrides } from './overrides';
import { compareRefused } from './refused-reports';
import { compareMarksAt, compareReportEvents } from './report-marks';
import { compareSlashes } from './slashes';
import { compareSnapshots, SNAPSHOT_SELECTION } from './snapshots';

const REPORT_SELECTION = `id slot status account owner anchor pubKey block extrinsicIndex eventIndex punished judgedAtBlock
  error ${SIGNATURE_SELECTION}`;

/**
 * Records no storage key of the chain holds, against its events and its state at the blocks that made them: reports and
 * their judgement, sweeps, slashes, and the stakes behind each era. Over the whole chain, marks at the heights.
 */
export const compareHistory = async (
  chain: ChainReader,
  ask: Ask,
  sql: postgres.Sql,
  heights: number[],
  head: number,
  overrides: Overrides,
  profile: ChainProfile,
): Promise<ItemResult[]> => {
  const events = await chain.events(head);
  const specs = new Map((await chain.blocks(head)).map((block) => [block.number, block.specVersion]));
  const specOf = (block: number): number => specs.get(block) ?? 0;
  const judgements = await readJudgements(chain, events, specOf, overrides, profile);
  const reports = await allNodes(ask, 'slotReports', REPORT_SELECTION, head);
  const summaries = await allNodes(ask, 'slotSummaries', SUMMARY_SELECTION, null);
  const slashes = await allNodes(ask, 'slashes', 'stash amount block eventIndex', null);
  const validatorEras = await allNodes(ask, 'validatorEras', SNAPSHOT_SELECTION, head);
  const eras = await allNodes(ask, 'eras', 'era plannedAtBlock', head);
  return [
    ...(await compareMarksAt(chain, ask, heights, itemNamed('Swork.WorkReports'), overrides, profile)),
    compareReportEvents(events, reports, head, profile),
    compareSignatures(reports, head),
    await compareRefused(chain, events, await chain.senders(['swork', 'reportWorks'], head), reports, head),
    compareJudged(judgements, reports, head),
    compareSummaries(judgements, summaries, head),
    await compareBatches(judgements, sql, SCHEMA, head),
    compareSlashes(events, slashes, head),
    ...(await compareSnapshots(chain, validatorEras, eras, head)),
  ];
};
