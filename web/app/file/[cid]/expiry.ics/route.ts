import type { NextRequest } from 'next/server';
import { answerWith, problemAnswer, sentence } from '../../../../lib/follow/answer';
import { expiryCalendar } from '../../../../lib/follow/calendar';
import { siteOrigin } from '../../../../lib/follow/origin';
import { askFile } from '../../../../lib/follow/query';
import { text } from '../../../../messages';

const words = text.follow;

/** The end of the file's paid time as a calendar. */
export const GET = async (request: NextRequest, { params }: { params: Promise<{ cid: string }> }) => {
  const origin = siteOrigin(request.headers);
  if (origin === null) return sentence(400, words.noHost);
  const answer = await askFile((await params).cid);
  if (!answer.ok) return problemAnswer(answer.problem);
  const { file, status } = answer.data;
  return answerWith(request, expiryCalendar([file], origin, status, words.calendar.fileName(file.cid)));
};
