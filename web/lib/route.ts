/** Addresses of the site's pages. One place, so that a renamed route shows as a type error. */
const at = (path: string, block?: number | null) => (block == null ? path : `${path}?at=${block}`);

export const route = {
  home: '/',
  file: (cid: string, block?: number | null) => at(`/file/${encodeURIComponent(cid)}`, block),
  fileFeed: (cid: string) => `/file/${encodeURIComponent(cid)}/feed.atom`,
  fileCalendar: (cid: string) => `/file/${encodeURIComponent(cid)}/expiry.ics`,
  fileStream: (cid: string) => `/file/${encodeURIComponent(cid)}/live`,
  badge: (cid: string) => `/badge/${encodeURIComponent(cid)}.svg`,
  files: '/files',
  nodes: '/nodes',
  node: (stash: string, block?: number | null) => at(`/node/${encodeURIComponent(stash)}`, block),
  guarantor: (stash: string, block?: number | null) => at(`/guarantor/${encodeURIComponent(stash)}`, block),
  account: (address: string) => `/account/${encodeURIComponent(address)}`,
  accountFeed: (address: string) => `/account/${encodeURIComponent(address)}/feed.atom`,
  accountCalendar: (address: string) => `/account/${encodeURIComponent(address)}/expiry.ics`,
  block: (numberOrHash: number | string) => `/block/${numberOrHash}`,
  blocks: '/blocks',
  extrinsic: (block: number, index: number) => `/extrinsic/${block}-${index}`,
  era: (era: number) => `/era/${era}`,
  eras: '/eras',
  market: '/market',
  status: '/status',
  design: '/design',
  words: '/words',
  search: '/search',
} as const;
