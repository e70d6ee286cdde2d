import type { NextRequest } from 'next/server';
import { answerWith, problemAnswer, sentence } from '../../../../lib/follow/answer';
import { atomFeed } from '../../../../lib/follow/atom';
import { newestFirst } from '../../../../lib/follow/entries';
import { askGroupReports, reportEntry } from '../../../../lib/follow/group-reports';
import { siteOrigin } from '../../../../lib/follow/origin';
import { route } from '../../../../lib/route';
import { text } from '../../../../messages';

const words = text.follow;
const ENTRIES = 100;

/** Missed and refused reports of a group, as an Atom feed. */
export const GET = async (request: NextRequest, { params }: { params: Promise<{ owner: string }> }) => {
  const origin = siteOrigin(request.headers);
  if (origin === null) return sentence(400, words.noHost);
  const answer = await askGroupReports((await params).owner);
  if (!answer.ok) return problemAnswer(answer.problem);
  const { account, status: clock, missed, rejected } = answer.data;
  const { slotBlocks } = clock.profile;
  const entries = [...missed.nodes, ...rejected.nodes].map((report) => reportEntry(report, slotBlocks));
  return answerWith(
    request,
    atomFeed({
      origin,
      clock,
      name: `group/${account.address}`,
      title: words.group.title(account.address),
      about: words.group.about,
      path: route.group(account.address),
      feedPath: route.groupFeed(account.address),
      entries: newestFirst(entries).slice(0, ENTRIES),
    }),
  );
};
