export const follow = {
  silent: 'Moho’s API does not answer at the moment; ask again in a while.',
  noHost: 'The request does not name the host it was sent to.',
  notSvg: 'The address of a badge is /badge/ and a CID, then .svg.',
  feed: {
    author: 'Moho',
    fileTitle: (cid: string) => `File ${cid} on Crust`,
    fileAbout: 'Orders, replicas, payments and the end of the paid time, as the chain recorded them.',
    accountTitle: (address: string) => `Files ordered by ${address} on Crust`,
    accountAbout: (files: string | null, block: string) =>
      `What happens to the files this account ordered, which of them are about to end, and which became safely stored, at risk or unreachable; the latter since block ${block}${files === null ? '' : `, of the ${files} files it ordered last`}.`,
    of: (what: string, file: string) => `${what} — ${file}`,
    inBlock: (block: string) => `In block ${block}.`,
    amount: (cru: string) => `Amount: ${cru} CRU.`,
    by: (account: string) => `By ${account}.`,
    owner: (account: string) => `Owner: ${account}.`,
    size: (bytes: string) => `Size: ${bytes}.`,
    spower: (bytes: string) => `Spower: ${bytes}.`,
    paidUntil: (block: string) => `Paid until block ${block}.`,
    placesLeft: (n: string) => `Paid replica places left: ${n}.`,
    file: (cid: string) => `File ${cid}.`,
  },
  group: {
    title: (owner: string) => `Missed and refused work reports of ${owner} on Crust`,
    about: 'Every slot a machine of the group missed and every report the chain refused.',
    missed: (machine: string, slot: string) => `Missed slot ${slot} — ${machine}`,
    missedText: (machine: string, slot: string, block: string) =>
      `Machine ${machine} sent no accepted report in slot ${slot}; this was judged in block ${block}.`,
    punished: (slot: string) => `Its work counts nothing in the judgements of the slots before ${slot}.`,
    notPunished: 'It is not punished beyond that slot.',
    rejected: (machine: string, slot: string) => `Refused report for slot ${slot} — ${machine}`,
    rejectedText: (machine: string, slot: string, block: string) =>
      `The chain refused a report of machine ${machine} for slot ${slot} in block ${block}.`,
    unknown: 'The chain gave no reason.',
  },
  expiry: {
    soon: 'The paid time ends soon',
    soonText: (block: string, day: string) =>
      `The paid time ends at block ${block}, about ${day}. After that anyone may settle the file; it is renewed if its prepaid pool holds enough, else the chain forgets it. Ordering it again extends the time.`,
    over: 'The paid time is over',
    overText: (block: string) => `The paid time ended at block ${block}. Nobody has settled the file yet.`,
    overGone: (block: string) => `The paid time ended at block ${block}, and the chain has deleted the file since.`,
  },
  care: {
    STORED: 'Safely stored',
    AT_RISK: 'At risk: kept by few',
    UNREACHABLE: 'Unreachable: nobody keeps it now',
    since: (block: string, owners: number) =>
      owners === 0
        ? `From block ${block} on no live replica is left.`
        : `From block ${block} on ${owners} independent ${owners === 1 ? 'owner holds' : 'owners hold'} a live replica.`,
  },
  calendar: {
    fileName: (cid: string) => `Crust file ${cid}`,
    accountName: (address: string) => `Crust files of ${address}`,
    title: (file: string) => `Paid time of ${file} ends`,
    text: (cid: string, block: string) =>
      `Crust keeps ${cid} until block ${block}. The day is an estimate by the block time and moves a little with the chain.`,
    alarm: (file: string, days: number) =>
      days === 1 ? `Tomorrow the paid time of ${file} ends` : `In ${days} days the paid time of ${file} ends`,
  },
  badge: {
    name: 'Crust',
    live: (n: number) => `${n} live`,
    title: (status: string, live: number, owners: number) =>
      `Crust file: ${status.toLowerCase()}, ${live} live ${live === 1 ? 'replica' : 'replicas'} of ${owners} independent ${owners === 1 ? 'owner' : 'owners'}`,
    plain: (state: string) => `Crust file: ${state}`,
    notACid: 'not a CID',
    silent: 'no answer',
  },
  section: {
    title: 'Follow',
    fileLead: 'No account needed: a feed reader, a calendar, a web page or a script can watch this file for you.',
    accountLead: 'No account needed: a feed reader or a calendar can watch the files this account ordered.',
    feed: 'Feed (Atom)',
    feedHint: 'every event of the file, when it falls at risk, and a warning before its paid time ends',
    feedHintAccount: 'every event of its files, when one falls at risk, and a warning before the paid time of one ends',
    calendar: 'Calendar (iCalendar)',
    calendarHint: 'the day the paid time ends, with reminders 14, 7 and 1 days before',
    calendarHintAccount: 'the days on which paid times end, nearest first, each with reminders',
    badge: 'Badge',
    badgeAlt: 'Stored on Crust',
    badgeHint: 'state and live replicas as a small picture',
    markdown: 'Markdown',
    html: 'HTML',
    stream: 'Live stream',
    streamHint: 'server-sent events: the present state, then every change',
    copyFeed: 'the address of the feed',
    copyCalendar: 'the address of the calendar',
    copyMarkdown: 'the badge as Markdown',
    copyHtml: 'the badge as HTML',
    copyStream: 'the address of the stream',
  },
  live: {
    follows: 'Follows the chain',
    lost: 'Connection lost; trying again',
    changed: (block: string) => `Changed in block ${block}`,
    hint: 'This page changes by itself when something about the file does.',
  },
};
