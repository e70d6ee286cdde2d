import type { NextRequest } from 'next/server';
import { decodePart, parseBlockNumber } from '../../../../lib/params';
import { text } from '../../../../messages';
import { loadSlot, type SlotDetails } from './query';

interface Props {
  params: Promise<{ owner: string }>;
}

const refusal = (sentence: string, status: number): Response => Response.json({ error: sentence }, { status });

/** What one machine did in one slot, for the details of a grid's cell: browsers talk to this site only. */
export const GET = async (request: NextRequest, { params }: Props): Promise<Response> => {
  const account = decodePart((await params).owner);
  if (account === null) return refusal(text.search.notText, 400);
  const asked = request.nextUrl.searchParams;
  const slot = parseBlockNumber(asked.get('slot') ?? '');
  if (slot === null) return refusal(text.common.at.bad(asked.get('slot') ?? ''), 400);
  const at = asked.get('at');
  const answer = await loadSlot(account, slot, at === null ? null : parseBlockNumber(at));
  if (!answer.ok) {
    const { problem } = answer;
    return problem.kind === 'refused' ? refusal(problem.message, 400) : refusal(text.problem.silentTitle, 503);
  }
  const details: SlotDetails = { attempts: answer.data.slotReports.nodes };
  return Response.json(details, { headers: { 'cache-control': 'no-store' } });
};
