/** The page about one work report, or about a slot without one. */
export const report = {
  kind: 'Work report',
  titleOf: (slot: string) => `Report of slot ${slot}`,
  missingAny:
    'The index knows no report of that name: the extrinsic may carry none, or the machine did not have to report in that slot.',
  bad: (given: string) =>
    `“${given}” names no report. Expected block and position of its extrinsic such as 12345-1, or a machine’s anchor and a slot such as 0x…-12000.`,
  states: {
    REPORTED: 'Accepted',
    DUPLICATE: 'Repeated',
    REJECTED: 'Refused',
    MISSED: 'Missed',
    EXEMPT: 'Let pass',
  },
  sentence: {
    counts: 'This machine reported in time, and its work counted.',
    punished:
      'This machine reported in time, but its work counted nothing: it had missed a report in one of the eight slots before.',
    open: (block: string) =>
      `This machine reported in time. Whether its work counts is decided when the slot is judged, from block ${block} on.`,
    repeated:
      'This machine had reported in this slot already. The chain let the second report pass without doing anything.',
    refused: (reason: string) => `The chain refused this report. ${reason}`,
    missed:
      'This machine had to report in this slot and did not, so its work counts nothing in this slot and the seven after it.',
    missedOnly: 'This machine had to report in this slot and did not; misses were not punished then.',
    exempt: 'This machine was too new to be judged in this slot: its work counted whether it reported or not.',
  },
  why: {
    title: 'Why it was refused, and what to do',
    name: 'Error',
    meaning: 'What it means',
    advice: 'What to do',
    noAdvice: 'Nothing is known that helps; the error’s name above is all the chain tells.',
  },
  wrapped: {
    title: 'Sent inside another call',
    sentence: (wrappers: string) =>
      `This report was not sent alone but inside ${wrappers}. The spower service reads only reports that stand alone in their extrinsic, so the files named here may never be counted. Send reports as calls of their own.`,
    before: (wrappers: string) =>
      `This report was not sent alone but inside ${wrappers}. That did no harm then; since runtime spec 23 the spower service reads only reports that stand alone.`,
  },
  duplicate: {
    title: 'The report that counts',
    sentence:
      'The first report of the slot is the one that counts. A repeated one costs its sender a fee and changes nothing.',
    link: (name: string) => `Report ${name}`,
  },
  recovery: {
    title: 'Recovery',
    lead: 'The enclave and the chain do not agree on what was reported last. Tell the enclave what the chain accepted, and the next report adds up.',
    explains: (n: number) =>
      n === 1
        ? 'One file of the refused report had been reported and accepted before. Without it the report would have added up: the enclave never learned that the report before was accepted.'
        : `${n} files of the refused report had been reported and accepted before. Without them the report would have added up: the enclave never learned that the report before was accepted.`,
    partly: (n: number) =>
      n === 0
        ? 'No file of the refused report stood in the last accepted one, so the difference must lie further back, or files were changed beside the enclave. The body below may not be enough.'
        : `${n} of the files stood in the last accepted report already, but that alone does not explain the difference. The body below may not be enough.`,
    nothing:
      'Neither report names a file, yet the root of the files differs: the enclave lost or changed files without reporting it. The chain holds what is shown below; an enclave that cannot get back to it has to be set up anew.',
    body: 'Recovery body',
    bodyHint: 'JSON with the CIDs of the last accepted report',
    command: 'Send it to the machine’s sWorker',
    commandHint: 'on the machine itself; 12222 is the usual port',
    last: 'Last accepted report',
    none: 'The last accepted report names no file, so there is nothing to tell the enclave about it.',
  },
  transition: {
    title: 'Do the files add up?',
    yes: 'They add up',
    no: 'They do not',
    SIZE: 'The size before, plus what was added, minus what was deleted, must be the size reported.',
    ROOT: 'No file changed, so the root of the files must be the one reported before.',
    FIRST: 'The chain had no report of this machine yet, so nothing can be wrong.',
    quit: 'Earlier in this block the machine left its group: the chain then forgot its files, so its work began anew at nothing.',
    before: 'Files before',
    added: 'Added',
    deleted: 'Deleted',
    expected: 'Had to be',
    reported: 'Was reported',
    difference: 'Difference',
    rootBefore: 'Root before',
    rootNow: 'Root reported',
  },
  facts: {
    title: 'Facts',
    machine: 'Reporting account',
    owner: 'Group of',
    alone: 'no group: it reports for itself',
    slot: 'Report slot',
    block: 'Sent in',
    offset: 'Place in the slot',
    offsetOf: (offset: number, length: number) => `${offset} of ${length} blocks after it opened`,
    late: (place: string) => `${place}: in its last third`,
    judged: 'Judged in block',
    notJudged: 'not yet',
    anchor: 'Anchor',
    key: 'Enclave key',
    keySame: 'the anchor itself',
    handedOver: 'Takes over from',
    slotHash: 'Hash of the slot’s first block',
    spec: 'Runtime spec',
    extrinsic: 'Extrinsic',
    status: 'Outcome',
    statusFigure: 'outcome',
  },
  content: {
    title: 'What it says',
    lead: 'Sealed space and files as the enclave measured them, and what changed since the report before.',
    srd: 'Free, sealed',
    files: 'Files',
    filesNote: 'all files the enclave keeps, whether anybody ordered them or not',
    added: 'Added files',
    deleted: 'Deleted files',
    srdRoot: 'Root of the sealed space',
    filesRoot: 'Root of the files',
    cut: 'One of this report’s arguments is longer than the index keeps, so its content is not shown. The extrinsic’s receipt tells how to read it from a node.',
    scheduled: 'The call of this report is not part of an extrinsic of this block, so its content is not known.',
  },
  applied: {
    title: 'Have its files become replicas?',
    states: {
      AT_ONCE: 'Applied at once',
      NO_FILES: 'Nothing to apply',
      APPLIED: 'Applied',
      WAITING: 'Not yet applied',
      PASSED_OVER: 'Passed over',
      NOT_ACCEPTED: 'Not accepted',
    },
    processed: 'Service has got to block',
    lag: 'Service is behind by',
    blocks: (n: string) => `${n} blocks`,
    chart: 'How far behind it was over time',
  },
  signature: {
    title: 'Signature of the enclave',
    lead: 'A trusted enclave signs every report with a key only it has, so that nobody can change what it measured. The check is made now, over the bytes the chain accepted.',
    check: 'Check the signature',
    VALID: 'Genuine',
    INVALID: 'Does not fit',
    NOT_A_KEY: 'No key',
    NOT_A_SIGNATURE: 'No signature',
    how: 'Checked',
    howText: (bytes: string) => `ECDSA on P-256 over the SHA-256 of ${bytes} bytes, as pallet swork does`,
    hash: 'SHA-256 of the message',
    signature: 'Signature',
  },
  list: {
    title: 'Files it names',
    cid: 'CID',
    change: 'Change',
    isAdded: 'added',
    isDeleted: 'deleted',
    size: 'Size',
    validAt: 'Attested for block',
    held: 'Replica on chain now',
    heldHint:
      'Whether the chain holds a replica of the file by this machine. It takes none where the group holds the file already, nobody ordered it, or its paid time is over.',
    status: 'File',
    none: 'This report names no file: nothing came and nothing went since the one before.',
    count: (n: string) => `${n} in all`,
  },
  siblings: 'Other reports of the same extrinsic',
  inExtrinsic: 'Work reports it carries',
};
