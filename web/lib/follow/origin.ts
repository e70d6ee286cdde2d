import { environment } from '../env';

/** A host as browsers write it: a name or an address, and a port. Anything else must not get into links. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/** Origin for absolute links: SITE_URL, else the host this request was sent to; null when that is none. */
export const siteOrigin = (headers: Headers, siteUrl: string | null = environment().siteUrl): string | null => {
  if (siteUrl !== null) return siteUrl;
  const host = headers.get('host');
  return host !== null && HOST.test(host) && URL.canParse(`http://${host}`) ? new URL(`http://${host}`).origin : null;
};

/** Names that feeds and calendars give to things, the same for ever at this site (RFC 4151). */
export const tagOf = (origin: string, name: string): string => {
  const authority = new URL(origin).hostname.replace(/[^a-z0-9.-]/gi, '-');
  return `tag:${authority},2026:${name}`;
};
