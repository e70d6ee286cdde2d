import { headers } from 'next/headers';
import Image from 'next/image';
import { Follow } from '../../../components/follow/follow';
import { siteOrigin } from '../../../lib/follow/origin';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import styles from './follow.module.css';

const words = text.follow.section;

/** Feed, calendar, badge and stream of the file, each with what is to be copied. */
export const FollowFile = async ({ cid }: { cid: string }) => {
  const origin = siteOrigin(await headers()) ?? '';
  const page = `${origin}${route.file(cid)}`;
  const badge = `${origin}${route.badge(cid)}`;
  return (
    <Follow
      lead={words.fileLead}
      ways={[
        {
          name: words.feed,
          hint: words.feedHint,
          href: route.fileFeed(cid),
          copies: [{ name: words.copyFeed, value: `${origin}${route.fileFeed(cid)}` }],
        },
        {
          name: words.calendar,
          hint: words.calendarHint,
          href: route.fileCalendar(cid),
          copies: [{ name: words.copyCalendar, value: `${origin}${route.fileCalendar(cid)}` }],
        },
        {
          name: words.badge,
          hint: words.badgeHint,
          href: route.badge(cid),
          picture: (
            <Image
              src={route.badge(cid)}
              alt={words.badge}
              width={140}
              height={20}
              unoptimized
              className={styles.badge}
            />
          ),
          copies: [
            { name: words.copyMarkdown, label: words.markdown, value: `[![${words.badgeAlt}](${badge})](${page})` },
            {
              name: words.copyHtml,
              label: words.html,
              value: `<a href="${page}"><img src="${badge}" alt="${words.badgeAlt}"></a>`,
            },
          ],
        },
        {
          name: words.stream,
          hint: words.streamHint,
          copies: [{ name: words.copyStream, value: `${origin}${route.fileStream(cid)}` }],
        },
      ]}
    />
  );
};
