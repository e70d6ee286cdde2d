import type { NextRequest } from 'next/server';
import { answerWith, problemAnswer, sentence } from '../../../../lib/follow/answer';
import { expiryCalendar } from '../../../../lib/follow/calendar';
import { siteOrigin } from '../../../../lib/follow/origin';
import { askAccountExpiries, askClock, type FollowedExpiry } from '../../../../lib/follow/query';
import { text } from '../../../../messages';

const words = text.follow;
/** pages of 100: a calendar with more entries than that helps nobody */
const MOST_PAGES = 5;

/** The ends of the paid times of the files an account ordered, nearest first, as a calendar. */
export const GET = async (request: NextRequest, { params }: { params: Promise<{ id: string }> }) => {
  const origin = siteOrigin(request.headers);
  if (origin === null) return sentence(400, words.noHost);
  const now = await askClock((await params).id);
  if (!now.ok) return problemAnswer(now.problem);
  const { address } = now.data.account;
  const files: FollowedExpiry[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await askAccountExpiries(address, after);
    if (!answer.ok) return problemAnswer(answer.problem);
    files.push(...answer.data.files.nodes);
    const { hasNextPage, endCursor } = answer.data.files.pageInfo;
    if (!hasNextPage || endCursor === null) break;
    after = endCursor;
  }
  const name = words.calendar.accountName(address);
  return answerWith(request, expiryCalendar(files, origin, now.data.status, name));
};
