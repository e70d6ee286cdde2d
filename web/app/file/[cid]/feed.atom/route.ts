import type { NextRequest } from 'next/server';
import { answerWith, problemAnswer, sentence } from '../../../../lib/follow/answer';
import { atomFeed } from '../../../../lib/follow/atom';
import { eventEntry, expiryEntry, newestFirst, statusEntries } from '../../../../lib/follow/entries';
import { siteOrigin } from '../../../../lib/follow/origin';
import { askFile, type FollowedEvent, type FollowedExpiry } from '../../../../lib/follow/query';
import { route } from '../../../../lib/route';
import { text } from '../../../../messages';

const words = text.follow;

/** Among the events is the end of the paid time itself: nothing is left to warn of. */
const isEnd = ({ kind, block }: FollowedEvent, { state }: FollowedExpiry): boolean =>
  kind === 'EXPIRED' && block === state?.expiredAt;

/** The file's events and the end of its paid time as an Atom feed. */
export const GET = async (request: NextRequest, { params }: { params: Promise<{ cid: string }> }) => {
  const origin = siteOrigin(request.headers);
  if (origin === null) return sentence(400, words.noHost);
  const answer = await askFile((await params).cid);
  if (!answer.ok) return problemAnswer(answer.problem);
  const { file, status: clock } = answer.data;
  return answerWith(
    request,
    atomFeed({
      origin,
      clock,
      name: `file/${file.cid}`,
      title: words.feed.fileTitle(file.cid),
      about: words.feed.fileAbout,
      path: route.file(file.cid),
      feedPath: route.fileFeed(file.cid),
      entries: newestFirst([
        file.events.nodes.some((event) => isEnd(event, file)) ? null : expiryEntry(file, clock),
        ...statusEntries(file.cid, file.statusHistory),
        ...file.events.nodes.map(eventEntry),
      ]),
    }),
  );
};
