const machines = (n: number) => (n === 1 ? '1 machine reports' : `${n} machines report`);

/** The page about a group of machines: who reported when, who is punished, which versions run. */
export const group = {
  kind: 'Group of machines',
  kindAlone: 'Machine without a group',
  kindMember: 'Machine of a group',
  titleOf: (name: string) => `Machines of ${name}`,
  sentence: (members: number, punished: number) => {
    if (members === 0) return 'No machine reports for this owner, so nothing earns it a stake limit.';
    const all = `${machines(members)} for this owner`;
    if (punished === 0) return `${all}, and the work of every one counts.`;
    if (punished === members) return `${all}, but none of their work counts now: each missed a report lately.`;
    return `${all}; ${punished} of them ${punished === 1 ? 'counts' : 'count'} nothing now because a report was missed.`;
  },
  alone: (punished: boolean) =>
    punished
      ? 'This machine reports for itself alone, and its work counts nothing now because a report was missed.'
      : 'This machine reports for itself alone, and its work counts.',
  member: (punished: boolean) =>
    punished
      ? 'This machine reports for the group of another owner; its work counts nothing now because a report was missed.'
      : 'This machine reports for the group of another owner, and its work counts.',
  nobody: 'At this block no machine reports under this account, for itself or for a group.',
  toNode: 'All about this node',
  toAccount: 'All about this account',
  toGroup: 'The group it reports for',
  link: 'Reports of each machine',
  reports: {
    title: 'Who reported when',
    lead: 'Each row is a machine, each column a report slot, the newest at the right. One missed slot costs the machine eight. Open a cell for every report of that slot.',
    leadAlone:
      'Each row is a day of 24 report slots, the newest at the top. One missed slot costs the machine eight. Open a cell for every report of that slot.',
    none: 'No report slot has been recorded here yet.',
    rate: (window: string) => `Reported, last ${window}`,
    rateNote: (reported: string, due: string) => `${reported} of ${due} slots`,
    rateNone: 'nothing was due',
    streak: 'Current streak',
    streakNote: (reported: boolean, open: boolean, all: boolean) =>
      `slots ${open ? 'or more ' : ''}in a row ${all ? (reported ? 'in which every machine reported' : 'in which one or more missed') : reported ? 'reported' : 'missed'}`,
    windows: 'Slots shown',
    view: 'Shown as',
    picture: 'picture',
    table: 'table',
    caption: (machines: string, slots: number) => `Work reports of ${machines} over ${slots} slots`,
    captionAlone: (slots: number) => `Work reports of one machine over ${slots} slots, a row for each 24`,
    machines: (n: string) => (n === '1' ? '1 machine' : `${n} machines`),
  },
  grid: {
    machine: 'Machine',
    day: 'From',
    hours: '24 slots, oldest first',
    unusualUnread: 'Which reports came at an unusual time could not be read; the rest is complete.',
    zoom: 'Zoom',
    zooms: ['week', 'day', 'slot'],
    order: 'Order',
    orders: { trouble: 'most trouble first', name: 'by name' },
    small: 'a small letter: punished, the work counted nothing',
    keys: 'Arrow keys move from cell to cell, Home and End along the row, Page Up and Page Down by ten rows. Enter opens a cell, Escape closes it, plus and minus zoom. The same can be shown as a table.',
    states: {
      R: 'reported',
      L: 'reported at an unusual time',
      D: 'reported, and sent again',
      r: 'reported while punished: counts nothing',
      l: 'reported at an unusual time while punished: counts nothing',
      d: 'reported, and sent again, while punished: counts nothing',
      M: 'missed',
      m: 'missed, and punished for it',
      X: 'only refused reports',
      x: 'only refused reports: missed, and punished for it',
      E: 'new, did not have to report',
      O: 'not judged yet, no report so far',
      '-': 'not there then',
    } as Readonly<Record<string, string>>,
    cell: (time: string, slot: string, state: string) => `${time} UTC, slot ${slot}: ${state}`,
    cellOf: (row: string, cell: string) => `${row}, ${cell}`,
  },
  slot: {
    title: (account: string, slot: string) => `Reports of ${account} in slot ${slot}`,
    when: (slot: string, time: string) => `slot ${slot} · ${time} UTC`,
    close: 'Close',
    failed: 'The reports of this slot could not be read; open the cell again to retry.',
    nothing: 'Nothing was sent to the chain for this slot.',
    kinds: {
      REPORTED: 'Accepted',
      DUPLICATE: 'Sent again, changed nothing',
      REJECTED: 'Refused',
      MISSED: 'Found missing by the sweep',
      EXEMPT: 'Exempt: a new machine does not have to report yet',
    },
    offset: (blocks: number) => `${blocks} blocks into the slot`,
    report: (block: string, index: number) => `report in extrinsic ${block}-${index}`,
    judged: (block: string) => `Judged in block ${block}`,
    unusual: (offset: number, habit: number | null) =>
      habit === null
        ? `it came ${offset} blocks into the slot, later than any machine waits`
        : `it came ${offset} blocks into the slot, usually it comes after ${habit}`,
  },
  table: {
    caption: (from: string, to: string) => `Slots ${from} to ${to}, one letter each`,
    older: 'Older slots',
    newer: 'Newer slots',
    previous: 'Machines before these',
    next: 'More machines',
    shown: (first: string, last: string, all: string) => `Machines ${first} to ${last} of ${all}`,
  },
  punished: {
    title: 'Punished now',
    lead: 'One missed slot takes a machine’s work out of eight judgements. It counts again at the block named, if no other slot is missed.',
    none: 'No machine is punished: the work of every one counts.',
    machine: 'Machine',
    missed: 'Last missed slot',
    missedRule: 'The punishment deadline less eight slots.',
    workload: 'Work not counted',
    back: 'Full power again at block',
    about: 'about',
    more: (n: string) => `and ${n} more`,
  },
  codes: {
    title: 'sWorker versions',
    lead: 'Reports of a version are refused once the slot’s number has reached the block at which the version expires.',
    none: 'No machine has a known version.',
    code: 'Code',
    machines: 'Machines',
    expires: 'Expires at block',
    refused: 'First refused slot',
    gone: 'no longer known to the chain',
    past: 'expired',
    limit: 'Stake limit that dies with it',
    limitAt: 'Limit falls in block',
    noLimit: 'no stake limit',
    limitOfOwner: 'part of its owner’s limit',
    network: 'Versions of the whole network',
  },
  machines: {
    title: 'Machine by machine',
    machine: 'Machine',
    state: 'Now',
    counts: 'counts',
    punished: 'punished',
    left: 'has left',
    rate: (window: string) => `Reported, ${window}`,
    streak: 'Streak',
    streakOf: (reported: boolean, slots: string, open: boolean) =>
      `${slots}${open ? '+' : ''} ${reported ? 'reported' : 'missed'}`,
    code: 'Code',
    expires: 'Code expires',
    workload: 'Work reported',
    order: 'The machines with the lowest success come first.',
  },
};
