import type { NextRequest } from 'next/server';
import { answerWith, problemAnswer, sentence } from '../../../../lib/follow/answer';
import { atomFeed } from '../../../../lib/follow/atom';
import { eventEntry, expiryEntry, newestFirst, statusEntries, warningBlocks } from '../../../../lib/follow/entries';
import { siteOrigin } from '../../../../lib/follow/origin';
import { askAccountEvents, askClock } from '../../../../lib/follow/query';
import { formatInteger } from '../../../../lib/format/quantity';
import { route } from '../../../../lib/route';
import { text } from '../../../../messages';

const words = text.follow;
const ENTRIES = 100;

/** What happens to the files an account ordered, as an Atom feed. */
export const GET = async (request: NextRequest, { params }: { params: Promise<{ id: string }> }) => {
  const origin = siteOrigin(request.headers);
  if (origin === null) return sentence(400, words.noHost);
  const now = await askClock((await params).id);
  if (!now.ok) return problemAnswer(now.problem);
  const { status: clock, account } = now.data;
  const answer = await askAccountEvents(account.address, (clock.indexedHeight ?? 0) + warningBlocks(clock));
  if (!answer.ok) return problemAnswer(answer.problem);
  const { fileEvents, files, portfolio } = answer.data;
  const { changes, complete, files: looked, fromBlock } = portfolio.statusChanges;
  const warnings = files.nodes.map((file) => expiryEntry(file, clock));
  return answerWith(
    request,
    atomFeed({
      origin,
      clock,
      name: `account/${account.address}`,
      title: words.feed.accountTitle(account.address),
      about: words.feed.accountAbout(complete ? null : formatInteger(looked), formatInteger(fromBlock)),
      path: route.account(account.address),
      feedPath: route.accountFeed(account.address),
      entries: newestFirst([
        ...warnings,
        ...changes.flatMap((change) => statusEntries(change.fileId, [change])),
        ...fileEvents.nodes.map(eventEntry),
      ]).slice(0, ENTRIES),
    }),
  );
};
