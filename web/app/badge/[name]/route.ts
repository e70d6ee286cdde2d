import type { FileStatus } from '@moho/protocol/file-status';
import type { NextRequest } from 'next/server';
import { ask } from '../../../lib/api/ask';
import { answerWith, sentence } from '../../../lib/follow/answer';
import { fileBadge, plainBadge } from '../../../lib/follow/badge';
import { graphql } from '../../../lib/graphql';
import { text } from '../../../messages';

const words = text.follow;
const TYPE = 'image/svg+xml; charset=utf-8';
const MAX_AGE_S = 60;

const BadgeDocument = graphql(`
  query Badge($cid: String!) { file(cid: $cid) { status replicaCounts { live liveOwners } } }
`);

const picture = (svg: string, status: number): Response =>
  new Response(svg, { status, headers: { 'content-type': TYPE, 'cache-control': 'no-store' } });

/** /badge/<cid>.svg: state and live replicas of a file. A CID that is none gets 400 and a badge that says so. */
export const GET = async (request: NextRequest, { params }: { params: Promise<{ name: string }> }) => {
  const { name } = await params;
  if (!name.endsWith('.svg')) return sentence(404, words.notSvg);
  const answer = await ask(BadgeDocument, { cid: name.slice(0, -'.svg'.length) });
  if (!answer.ok) {
    const { problem } = answer;
    const isJunk = problem.kind === 'refused' && problem.code === 'BAD_INPUT';
    return isJunk ? picture(plainBadge(words.badge.notACid), 400) : picture(plainBadge(words.badge.silent), 503);
  }
  const { status, replicaCounts } = answer.data.file;
  const body = fileBadge(status as FileStatus, replicaCounts.live, replicaCounts.liveOwners);
  return answerWith(request, { body, type: TYPE, modified: null, maxAge: MAX_AGE_S });
};
