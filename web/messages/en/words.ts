/** Crust's words in one sentence each. The key is the word as pages write it; `forms` are other spellings of it. */
export interface Word {
  word: string;
  forms?: readonly string[];
  meaning: string;
  /** explained wherever it stands in a sentence, not only in labels: few readers know it */
  rare?: true;
}

export const glossary: readonly Word[] = [
  {
    word: 'anchor',
    forms: ['anchors'],
    rare: true,
    meaning:
      'The name of one trusted enclave on one machine. Work reports are signed by it; an account has one at a time.',
  },
  {
    word: 'authoring reward',
    forms: ['authoring rewards'],
    meaning: 'What a node earns for the blocks it wrote, shared out by era points.',
  },
  { word: 'bond', forms: ['active bond', 'total bond'], meaning: 'CRU an account has locked for staking.' },
  {
    word: 'candidate',
    forms: ['candidates'],
    meaning: 'A node that stands for election as a block author. Who is elected is decided anew for every era.',
  },
  {
    word: 'CID',
    meaning: 'The name of a content on IPFS, worked out from the content itself: it begins with Qm or bafy.',
  },
  {
    word: 'collateral',
    forms: ['merchant collateral'],
    meaning: 'CRU a merchant deposits; its waiting income can grow no further than this.',
  },
  {
    word: 'controller',
    meaning: 'The account that acts for a stash in staking, so that the stash’s own key can stay offline.',
  },
  {
    word: 'effective stake',
    meaning: 'The smaller of total stake and stake limit: what elections and rewards count.',
  },
  {
    word: 'enclave',
    forms: ['enclaves', 'enclave key', 'trusted enclave'],
    meaning:
      'A part of a processor that nobody can look into or change, not even the machine’s owner. It has a key of its own to sign with.',
  },
  {
    word: 'era',
    forms: ['eras', 'active era', 'last era'],
    meaning: 'The period after which nodes are elected anew and rewards are worked out: some hours on mainnet.',
  },
  {
    word: 'extrinsic',
    forms: ['extrinsics'],
    meaning: 'What was put into a block from outside: a signed call of an account, or an entry of the block’s author.',
  },
  {
    word: 'group',
    meaning: 'The machines of one owner. Their work together makes the owner’s stake limit.',
  },
  {
    word: 'guarantee fee',
    forms: ['fee at least', 'guarantee fees'],
    meaning:
      'The share of a node’s reward that it gives out in proportion to stake. Unlike a commission, higher is better for guarantors.',
  },
  {
    word: 'guarantor',
    forms: ['guarantors'],
    meaning: 'An account that puts its stake behind a node and shares its rewards; called nominator on other chains.',
  },
  {
    word: 'issuance',
    meaning: 'All CRU that exist at that block.',
  },
  {
    word: 'liquidator',
    rare: true,
    meaning: 'Whoever settles a file after its paid time; what is left of its storage share is paid to that account.',
  },
  {
    word: 'machine',
    forms: ['machines', 'reporting machines'],
    meaning: 'A storage computer with a trusted enclave that reports its work to the chain once in every slot.',
  },
  { word: 'member', forms: ['members'], meaning: 'An account whose machine works for a group’s owner.' },
  {
    word: 'merchant income',
    forms: ['merchant income waiting'],
    meaning: 'What storing ordered files has earned; it is paid when the account asks for it.',
  },
  { word: 'nonce', meaning: 'The running number of an account’s signed extrinsics.' },
  {
    word: 'owner',
    forms: ['owners', 'owner of its group'],
    meaning: 'The account machines store for. All members of its group count as one independent holder of a file.',
  },
  {
    word: 'points',
    forms: ['era points', 'points of all'],
    meaning: 'Counted for each block a node wrote in an era; the authoring reward is shared by them.',
  },
  {
    word: 'prepaid pool',
    meaning: 'CRU deposited for one file. It renews the order when the paid time is over.',
  },
  {
    word: 'replica',
    forms: ['replicas', 'live replicas', 'reported replicas'],
    meaning: 'One owner’s copy of a file, as its machine reported it.',
  },
  {
    word: 'report slot',
    forms: ['slot', 'slots', 'report slots'],
    meaning:
      'The rhythm of work reports: 600 blocks on mainnet. A machine that misses one counts nothing for the next eight.',
  },
  {
    word: 'reserved pot',
    forms: ['reserved'],
    meaning: 'Where the base fee and a tenth of the other fees of an order go.',
  },
  {
    word: 'runtime spec',
    forms: ['spec', 'executed by runtime spec'],
    meaning: 'The version number of the chain’s rules. It rises with each upgrade.',
  },
  {
    word: 'session',
    forms: ['sessions'],
    meaning: 'Part of an era during which the set of block authors does not change.',
  },
  {
    word: 'settled',
    forms: ['settle', 'settles', 'settlement', 'last settled in block', 'expired files', 'worth settling'],
    meaning: 'A file is settled when its rewards are worked out and, after its paid time, it is renewed or closed.',
  },
  {
    word: 'slashes',
    forms: ['slash'],
    meaning: 'Stake taken from a node and its guarantors for misbehaving as a block author.',
  },
  {
    word: 'spower',
    rare: true,
    meaning:
      'Storage power: the size of a stored file, weighted by how many replicas it has. It earns stake limit, once it has matured.',
  },
  {
    word: 'spower service',
    rare: true,
    meaning:
      'A program of Crust’s team that, since runtime spec 23, goes through accepted work reports and writes their replicas into the market.',
  },
  {
    word: 'srd',
    forms: ['free, sealed', 'free, sealed space', 'sealed'],
    rare: true,
    meaning: 'Sealed random data: free space a machine has filled with random data to prove that it is really there.',
  },
  {
    word: 'stake limit',
    forms: ['stake limits', 'limit at snapshot'],
    meaning: 'The most stake that counts for a node. Its machines earn it with sealed space and spower.',
  },
  {
    word: 'staking pot',
    forms: ['staking'],
    meaning: 'The part of order fees that is paid out to stakers over the following eras.',
  },
  {
    word: 'stash',
    meaning: 'The account that holds bonded CRU; nodes and guarantors are named by it.',
  },
  {
    word: 'storage pot',
    forms: ['storage'],
    meaning: 'The part of order fees that waits for the owners who store the file.',
  },
  {
    word: 'sweep',
    forms: ['sweeps'],
    rare: true,
    meaning:
      'The chain’s walk over all reporting machines late in each slot: it judges the slot before and rewrites every stake limit.',
  },
  {
    word: 'sWorker',
    forms: ['sWorker versions'],
    meaning: 'The program on a storage machine whose trusted enclave measures and signs what the machine keeps.',
  },
  { word: 'tip', forms: ['tips', 'of it tips'], meaning: 'An extra paid on top of the price, to be served sooner.' },
  {
    word: 'work report',
    forms: ['work reports'],
    meaning:
      'What a machine tells the chain once in every slot, signed by its enclave: sealed space, files kept, and what changed.',
  },
];

export const wordsPage = {
  title: 'Words',
  lead: 'What Crust’s own words mean, in a sentence each. On every page a word with a dotted line opens its sentence.',
  states: 'States of a file',
  statesLead: (safe: number) =>
    `One rule each, tried from top to bottom at the block asked about. From ${safe} independent live owners on a file counts as safely stored.`,
  waits: 'Why a file waits',
  waitsLead:
    'A work report names the files a machine has stored; from spec 23 on the spower service takes them over later.',
  reasons: {
    NOT_REPORTED: 'Not reported',
    NOT_APPLIED: 'Reported, not applied',
    NOT_ACCEPTED: 'Reported, not taken over',
  },
};
