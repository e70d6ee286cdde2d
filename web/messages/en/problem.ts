export const problem = {
  silentTitle: 'The index cannot be read right now',
  silent:
    'This page asks Moho’s API for every figure, and the API does not answer. Nothing is shown rather than something old.',
  since: (time: string, ago: string) => `No answer since ${time} (${ago}).`,
  lastAnswer: (time: string) => `The last good answer came at ${time}.`,
  never: 'This server has had no answer since it was started.',
  detail: 'What the request ran into:',
  retry: 'Try again',
  badInputTitle: 'That cannot be read',
  refusedTitle: 'That question has no answer',
  titleOfCode: {
    BAD_INPUT: 'That cannot be read',
    TOO_MUCH: 'That is too much at once',
    TIMEOUT: 'That takes too long to answer',
    INDEX_NOT_READY: 'The index is not there yet',
    INDEX_OUTDATED: 'The index must be built again',
  } as Record<string, string>,
  brokenTitle: 'This page broke',
  broken: 'Something on our side failed while drawing this page. The chain’s data is not affected.',
  reference: (digest: string) => `Reference ${digest}`,
  notFoundTitle: 'Nothing is here',
  notFound: 'The address leads to no page of Moho. Search for a CID, an address, a block, an extrinsic or an era.',
  home: 'Go to the home page',
  question: {
    unknown: (name: string, known: string) =>
      known === ''
        ? `This page takes no “${name}”: its address ends before the question mark.`
        : `This page takes no “${name}”. After the question mark it understands: ${known}.`,
    twice: (name: string) => `“${name}” stands more than once in the address; it can have one value only.`,
    oneOf: (name: string, given: string, allowed: string) =>
      `“${given}” is no value of “${name}”. Expected one of: ${allowed}.`,
    cursor: (given: string) =>
      `“${given}” is no place in this list. Start at its first page and follow the links at its end.`,
    amount: (given: string) => `“${given}” is no amount of CRU above nothing, such as 1000 or 0.5.`,
    percent: (name: string, given: string) => `“${name}” is a percentage such as 95 or 2.5, not “${given}”.`,
    count: (name: string, given: string) => `“${name}” is a whole number from 0 on, not “${given}”.`,
    many: (name: string, given: number, most: number) => `“${name}” names at most ${most} nodes, not ${given}.`,
    slot: (name: string, given: string) => `“${name}” is the number of a report slot, not “${given}”.`,
    part: (name: string, given: string) => `“${name}” is per cent from 0 to 100, such as 97.5, not “${given}”.`,
    eras: (given: string) => `“eras” is an era such as 12, or a range such as 8-12, not “${given}”.`,
    address: (name: string, given: string) =>
      `“${given}” is no account for “${name}”. Expected an address such as cT…, or a public key: 0x and 64 hex digits.`,
    without: 'Open the page without it',
  },
};
