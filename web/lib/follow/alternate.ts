import type { Metadata } from 'next';

/** `<link rel="alternate">` for the feed and calendar of a page, so that readers find them from its address alone. */
export const alternates = (feed: string, calendar: string, title: string): NonNullable<Metadata['alternates']> => ({
  types: {
    'application/atom+xml': [{ url: feed, title }],
    'text/calendar': [{ url: calendar, title }],
  },
});
