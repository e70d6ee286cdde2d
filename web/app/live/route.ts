import type { NextRequest } from 'next/server';
import { readHead, readLive } from '../../lib/live';

const MAX_BLOCKS = 60;

/** Newest state for the moving parts of a page, so that browsers talk to this site only. `blocks`: how many, 1 to 60; `receipts=1`: with theirs. */
export const GET = async (request: NextRequest): Promise<Response> => {
  const wanted = Number(request.nextUrl.searchParams.get('blocks') ?? '1');
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > MAX_BLOCKS) {
    return Response.json({ error: `blocks must be a whole number from 1 to ${MAX_BLOCKS}` }, { status: 400 });
  }
  const receipts = request.nextUrl.searchParams.get('receipts') === '1';
  const live = await (wanted === 1 && !receipts ? readHead() : readLive(wanted, receipts));
  return Response.json(live, { headers: { 'cache-control': 'no-store' } });
};
