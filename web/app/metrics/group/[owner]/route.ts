import type { NextRequest } from 'next/server';
import { answerWith, problemAnswer, sentence } from '../../../../lib/follow/answer';
import { EXPOSITION_TYPE, exposition } from '../../../../lib/metrics/exposition';
import { askGroupMetrics, groupMetrics } from '../../../../lib/metrics/group';
import { text } from '../../../../messages';

/** A scraper that asks more often gets what it has. */
const MAX_AGE_S = 15;

/** /metrics/group/<owner>: what a monitor wants to know of a group, in Prometheus' text format. */
export const GET = async (request: NextRequest, { params }: { params: Promise<{ owner: string }> }) => {
  const { owner } = await params;
  const answer = await askGroupMetrics(owner);
  if (!answer.ok) return problemAnswer(answer.problem);
  const { group } = answer.data;
  if (group === null) return sentence(404, text.metrics.noGroup(owner.slice(0, 80)));
  const body = exposition(groupMetrics(answer.data, group));
  return answerWith(request, { body, type: EXPOSITION_TYPE, modified: null, maxAge: MAX_AGE_S });
};
