import { Feed } from 'feed';
import { text } from '../../messages';
import type { Document } from './answer';
import type { Entry } from './entries';
import { tagOf } from './origin';
import type { FollowClock } from './query';
import { escapeXml } from './xml';

interface FeedParts {
  /** of this site, for absolute links */
  origin: string;
  clock: FollowClock;
  /** of the feed's subject, such as file/Qm… */
  name: string;
  title: string;
  about: string;
  /** of the page and of the feed itself */
  path: string;
  feedPath: string;
  entries: readonly Entry[];
}

/** Some readers ask each minute; the chain makes a block in six seconds. */
const MAX_AGE_S = 60;

/** Names are of one chain: the same CID on another is another file. */
const chainName = (clock: FollowClock, name: string): string =>
  `crust/${(clock.genesisHash ?? '').slice(2, 10) || 'unknown'}/${name}`;

/** When nothing has happened yet a feed still needs a date that does not move: that of the chain's first known runtime. */
const beginning = (clock: FollowClock): Date => new Date(clock.specs[0]?.time ?? 0);

/** An Atom 1.0 feed. Nothing in it depends on when it was asked for, so an unchanged one keeps its ETag. */
export const atomFeed = ({ origin, clock, name, title, about, path, feedPath, entries }: FeedParts): Document => {
  const newest = entries[0]?.time ?? null;
  const feed = new Feed({
    id: tagOf(origin, chainName(clock, name)),
    title,
    description: about,
    link: `${origin}${path}`,
    feedLinks: { atom: `${origin}${feedPath}` },
    updated: newest ?? beginning(clock),
    generator: text.common.name,
    author: { name: text.follow.feed.author, link: origin },
  });
  for (const entry of entries) {
    feed.addItem({
      id: tagOf(origin, chainName(clock, entry.name)),
      // the library writes titles and contents as HTML
      title: escapeXml(entry.title),
      content: entry.sentences.map((sentence) => `<p>${escapeXml(sentence)}</p>`).join(''),
      link: `${origin}${entry.path}`,
      date: entry.time,
    });
  }
  return { body: feed.atom1(), type: 'application/atom+xml; charset=utf-8', modified: newest, maxAge: MAX_AGE_S };
};
