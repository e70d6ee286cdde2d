import { Follow, type Way } from '../../../components/follow/follow';
import { route } from '../../../lib/route';
import { text } from '../../../messages';

const words = text.metrics.door;

interface Props {
  /** the group owner, or a machine */
  account: string;
  isGroup: boolean;
  /** of this site, for addresses to copy; null when the request named no host */
  origin: string | null;
}

/** What can be taken away from a group: sheets, feeds, metrics. Of a machine alone, its slots. */
export const Door = ({ account, isGroup, origin }: Props) => {
  const copy = (name: string, path: string) => (origin === null ? [] : [{ name, value: `${origin}${path}` }]);
  const grid: Way = { name: words.grid, hint: words.gridHint, href: route.groupGrid(account), copies: [] };
  if (!isGroup) return <Follow lead={words.leadAlone} ways={[{ ...grid, href: route.machineGrid(account) }]} />;
  const ways: Way[] = [
    { name: words.payout, hint: words.payoutHint, href: route.payout(account), copies: [] },
    { name: words.misses, hint: words.missesHint, href: route.misses(account), copies: [] },
    {
      name: words.metrics,
      hint: words.metricsHint,
      href: route.groupMetrics(account),
      copies: copy(words.copyMetrics, route.groupMetrics(account)),
    },
    {
      name: words.feed,
      hint: words.feedHint,
      href: route.groupFeed(account),
      copies: copy(words.copyFeed, route.groupFeed(account)),
    },
    grid,
  ];
  return <Follow lead={words.lead} ways={ways} />;
};
