import { headers } from 'next/headers';
import { Follow } from '../../../components/follow/follow';
import { siteOrigin } from '../../../lib/follow/origin';
import { route } from '../../../lib/route';
import { text } from '../../../messages';

const words = text.follow.section;

/** Feed and calendar of the files an account ordered. */
export const FollowAccount = async ({ address }: { address: string }) => {
  const origin = siteOrigin(await headers()) ?? '';
  return (
    <Follow
      lead={words.accountLead}
      ways={[
        {
          name: words.feed,
          hint: words.feedHintAccount,
          href: route.accountFeed(address),
          copies: [{ name: words.copyFeed, value: `${origin}${route.accountFeed(address)}` }],
        },
        {
          name: words.calendar,
          hint: words.calendarHintAccount,
          href: route.accountCalendar(address),
          copies: [{ name: words.copyCalendar, value: `${origin}${route.accountCalendar(address)}` }],
        },
      ]}
    />
  );
};
