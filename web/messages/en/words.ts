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
    word: 'cost of a miss',
    forms: ['what missed reports cost', 'cost of missed reports'],
    meaning:
      'What an era paid less because a machine’s work was left out of it: the era is counted once more with that machine’s work alone put back.',
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
    word: 'exempt',
    forms: ['too new', 'let pass'],
    meaning:
      'A slot in which a machine was too new to be judged: its work counts whether it reported or not. The grid shows it as E.',
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
    word: 'habit',
    rare: true,
    meaning:
      'The place in the slot, in blocks after it opened, at which a key usually reports: the middle one of its reports of the 24 slots before.',
  },
  {
    word: 'issuance',
    meaning: 'All CRU that exist at that block.',
  },
  {
    word: 'judgement',
    forms: ['judgements', 'judged in block', 'judged slot', 'slot judged last'],
    meaning:
      'The chain’s decision, made by the sweep of the following slot, whether a machine reported in a slot and whether its work counts.',
  },
  {
    word: 'late report',
    forms: ['reported at an unusual time'],
    meaning:
      'A report in the last third of its slot, or far from its key’s habit. It counts like any other, but a machine that waits so long may soon miss a slot. The grid shows it as L.',
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
  {
    word: 'missed',
    forms: ['missed slots', 'missed reports', 'last missed slot'],
    meaning:
      'No accepted report came from a machine in a slot in which it had to report. The grid shows it as M, or X when all it sent was refused.',
  },
  { word: 'nonce', meaning: 'The running number of an account’s signed extrinsics.' },
  {
    word: 'owner',
    forms: ['owners', 'owner of its group'],
    meaning: 'The account machines store for. All members of its group count as one independent holder of a file.',
  },
  {
    word: 'payout sheet',
    meaning:
      'What an owner was paid for its eras, shared among the machines of its group by the work each counted, slot by slot.',
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
    word: 'punished',
    forms: ['count nothing', 'punished now', 'punishment'],
    meaning:
      'After a missed slot the machine’s work counts nothing in that judgement and the seven after it. The grid shows such slots with small letters.',
  },
  {
    word: 'recovery body',
    meaning:
      'The files of the last accepted report, written as the machine’s sWorker takes them, so that enclave and chain agree again.',
  },
  {
    word: 'repeated report',
    forms: ['sent again, changed nothing', 'repeated'],
    meaning:
      'A second report for a slot that has an accepted one. The chain lets it pass and changes nothing; the grid shows it as D.',
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
    word: 'slot letter',
    forms: ['slot letters'],
    meaning:
      'The grid’s sign for one machine in one slot: R reported, L at an unusual time, D sent again, M missed, X only refused, E exempt, O not judged yet, - not there. Small letters: punished, the work counted nothing.',
  },
  {
    word: 'snapshot',
    forms: ['stakes taken in block'],
    meaning:
      'The moment shortly before an era begins at which the stakes and stake limits that era is paid by are written down.',
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
    word: 'stage one',
    rare: true,
    meaning:
      'While the work of the whole network backs less than the network’s total limit, each byte of a group’s work backs one pico-CRU of stake.',
  },
  {
    word: 'stage two',
    rare: true,
    meaning:
      'Once the work of the whole network would back more than the network’s total limit, each owner gets its share of that total.',
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
  {
    word: 'workload',
    forms: ['workload that counts', 'work of the group that counts'],
    rare: true,
    meaning:
      'Sealed space plus matured spower of a machine’s last report, in bytes; a punished machine’s counts nothing.',
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
