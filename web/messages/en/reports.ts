const machines = (n: number, text: string) => (n === 1 ? '1 machine' : `${text} machines`);

/** The page about the work reports of the whole network. */
export const reports = {
  title: 'Work reports',
  sentence: (
    reporters: string,
    all: string,
    missed: number,
    missedText: string,
    punished: number,
    punishedText: string,
  ) => {
    const first = `In the slot judged last, ${reporters} of ${all} machines reported`;
    const second = missed === 0 ? 'none missed it' : `${machines(missed, missedText)} missed it`;
    const third =
      punished === 0
        ? 'the work of all of them counts'
        : `the work of ${machines(punished, punishedText)} counts nothing because a report was missed in the last eight slots`;
    return `${first}, ${second}, and ${third}.`;
  },
  none: 'No slot has been judged yet. The first judgement comes in the second slot of a chain.',
  last: {
    title: 'The slot judged last',
    leadOf: (slot: string, start: string, end: string) =>
      `Slot ${slot}, judged by the sweep of blocks ${start} to ${end}.`,
    reporters: 'Reported',
    missed: 'Missed',
    punished: 'Count nothing',
    punishedNote: 'missed a report in the last eight slots',
    exempt: 'Too new',
    exemptNote: 'let pass at their first judgement',
    free: 'Free, sealed',
    freeNote: 'of machines that count',
    spower: 'Spower',
    files: 'Files reported',
  },
  chart: {
    title: 'Over time',
    lead: 'One column for each judged slot, oldest at the left.',
    show: 'Slots shown',
    counts: 'Machines by slot',
    countsSummary: (slots: string, from: string, to: string) => `${slots} slots, from ${from} to ${to}`,
    reported: 'reported',
    missed: 'missed',
    exempt: 'too new',
    bar: (slot: string, reported: string, missed: string, punished: string) =>
      `Slot ${slot}: ${reported} reported, ${missed} missed, ${punished} count nothing`,
    punished: 'Machines whose work counted nothing',
    sizes: 'Sealed space and spower that counted',
    sizesSummary: (free: string, spower: string) => `${free} sealed and ${spower} of spower in the newest slot`,
    files: 'Files reported',
    filesSummary: (files: string) => `${files} in the newest slot`,
    point: (slot: string, what: string, value: string) => `Slot ${slot}: ${what} ${value}`,
  },
  table: {
    title: 'Slot by slot',
    lead: 'What the chain wrote when the sweep ended. The sweep that judges a slot runs in the slot after it.',
    slot: 'Slot',
    reporters: 'Reported',
    missed: 'Missed',
    punished: 'Count nothing',
    exempt: 'Too new',
    sweep: 'Sweep',
    sweepHint: 'first and last block of the judgement',
    free: 'Free, sealed',
    spower: 'Spower',
    files: 'Files',
    owners: 'Owners',
    time: 'Judged',
  },
  codes: {
    title: 'sWorker versions',
    lead: 'Which enclave code the reporting machines run. When a code expires, its machines’ reports are refused until they are upgraded.',
    version: 'Version',
    unknown: 'not a published one',
    code: 'Code',
    members: 'Machines',
    owners: 'Owners',
    workload: 'Work',
    workloadHint: 'sealed space and spower of their last reports',
    share: 'Share of the work',
    expires: 'Expires at block',
    gone: 'expired: the chain has forgotten it',
    expired: 'expired',
    none: 'No machine has reported yet.',
    bar: 'Share of the network’s work by sWorker version',
  },
  service: {
    title: 'Spower service',
    lead: 'Since runtime spec 23 a report only says which files came and went; the spower service carries them over to the market. While it is behind, new replicas do not count.',
    none: 'The chain has no spower service: up to runtime spec 22 reports change replicas by themselves.',
    processed: 'Has got to block',
    lag: 'Behind by',
    blocks: (n: string) => `${n} blocks`,
    waiting: 'Reports not yet applied',
    waitingNote: (files: string) => `naming ${files} files`,
    oldest: (block: string) => `the oldest of block ${block}`,
    chart: 'Most blocks it was behind, slot by slot',
    summary: (now: string, worst: string) => `${now} now, ${worst} at worst`,
    point: (slot: string, blocks: string) => `Slot ${slot}: ${blocks} blocks behind at most`,
    lagRule: 'The block shown less the block the service has got to.',
    waitingRule: 'Counted are accepted reports that name files, in blocks after the one the service has got to.',
  },
  refused: {
    title: 'Refused lately',
    lead: 'Reports that the chain did not accept, newest first. Each leads to what it means and what to do.',
    report: 'Report',
    machine: 'Machine',
    slot: 'Slot',
    why: 'Why',
    none: 'The chain has refused no report yet.',
  },
};
