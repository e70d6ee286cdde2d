export const search = {
  title: 'Search',
  titleOf: (q: string) => `Search: ${q}`,
  empty:
    'Nothing to search for yet. Paste a CID, an address, a block number or hash, an extrinsic such as 12345-1, or an era.',
  tooLong: (max: number) => `No more than ${max} characters are read. Paste one name at a time.`,
  noHit: 'Nothing found',
  hits: (n: number) => `${n} matches`,
  notText: 'The address holds characters that are no text. Paste the CID into the search box instead.',
  kinds: {
    ACCOUNT: 'Account',
    BLOCK: 'Block',
    ERA: 'Era',
    EXTRINSIC: 'Extrinsic',
    FILE: 'File',
    GROUP: 'Group',
    GUARANTOR: 'Guarantor',
    SWORKER: 'Machine',
    VALIDATOR: 'Node',
  },
};
