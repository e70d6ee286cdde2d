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
  refused: 'The API understood the question and says:',
  brokenTitle: 'This page broke',
  broken: 'Something on our side failed while drawing this page. The chain’s data is not affected.',
  reference: (digest: string) => `Reference ${digest}`,
  notFoundTitle: 'Nothing is here',
  notFound: 'The address leads to no page of Moho. Search for a CID, an address, a block, an extrinsic or an era.',
  home: 'Go to the home page',
};
