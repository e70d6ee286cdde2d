/**
 * Every error of pallet swork, of every spec, in the order of its index (crust-protocol §2.3, runtime-details §2.6):
 * what it means, and what the person who sent the call does next. The pallet's own index moves (19 before spec 15, 25
 * since); the errors' places inside it never did.
 */
export interface SworkError {
  name: string;
  /** one plain sentence: what happened */
  sentence: string;
  /** one or two plain sentences: what to do about it */
  advice: string;
  /** first and last spec that have it; open where none is given */
  from?: number;
  to?: number;
  /** report_works can end with it */
  refusesReports?: true;
}

const TABLE: readonly SworkError[] = [
  {
    name: 'IllegalApplier',
    sentence: 'The registration names another account than the one that signed it.',
    advice: 'Set the account in the sWorker configuration to the one whose key signs, and register again.',
  },
  {
    name: 'IllegalIdentity',
    sentence: 'The enclave could not prove what it is, so it was not registered.',
    advice:
      'Update the BIOS, the SGX driver and sWorker, and start it again. A version that Crust does not know cannot register.',
  },
  {
    name: 'IllegalReporter',
    sentence: 'The enclave key is not registered, or it belongs to another account.',
    advice:
      'Check that the machine reports with the account it was registered with. If the enclave was set up anew, it must register again before it can report.',
    refusesReports: true,
  },
  {
    name: 'OutdatedReporter',
    sentence: 'The sWorker version has expired; the node must be upgraded before it can report.',
    advice:
      'Upgrade sWorker to a version that has not expired. After the expiry the old enclave cannot hand its work over any more: it registers as a new one and begins without its files.',
    refusesReports: true,
  },
  {
    name: 'InvalidReportTime',
    sentence: 'The report is for another slot than the present one: it came too late or too early.',
    advice:
      'Check that the Crust node beside sWorker is in step with the chain and that the machine is not overloaded. The report of the next slot is sent by itself.',
    refusesReports: true,
  },
  {
    name: 'IllegalWorkReportSig',
    sentence: 'The signature of the work report does not match its content.',
    advice:
      'Restart sWorker so that the enclave signs a fresh report. If it comes again, the report was changed on its way: check who sends it.',
    refusesReports: true,
  },
  {
    name: 'ABUpgradeFailed',
    sentence: 'The upgrade to a new enclave was refused: the old key is unknown or the work differs.',
    advice:
      'Let the old version report once more in this slot, and upgrade before anything is sealed or deleted. Both enclaves must report the same files and the same sealed space.',
    refusesReports: true,
  },
  {
    name: 'IllegalFilesTransition',
    sentence: 'The reported files do not add up with the last report.',
    advice:
      'The enclave missed that an earlier report was accepted. Tell it what the chain accepted last: the page of this report has the body to send. The next report then adds up.',
    refusesReports: true,
  },
  {
    name: 'IdentityNotExist',
    sentence: 'The account has never reported work, so it has no identity.',
    advice: 'Let the machine register and send its first work report, then try again.',
  },
  {
    name: 'AlreadyJoint',
    sentence: 'The account is already in a group.',
    advice: 'Quit the present group first.',
  },
  {
    name: 'NotOwner',
    sentence: 'The account named as owner does not own a group.',
    advice: 'Check the owner’s address; the owner creates the group first.',
  },
  {
    name: 'IllegalUsed',
    sentence: 'The node already counts stored files, so it cannot join this way.',
    advice: 'Only a machine without counted files can join a group.',
    to: 2,
  },
  {
    name: 'IllegalSpower',
    sentence: 'The node already counts stored files, so it cannot join this way.',
    advice: 'Only a machine without counted files can join a group.',
    from: 3,
  },
  {
    name: 'GroupAlreadyExist',
    sentence: 'The account already owns a group.',
    advice: 'Nothing is to be done: the group is there.',
  },
  {
    name: 'GroupOwnerForbidden',
    sentence: 'A group owner cannot do this: owners do not report work themselves.',
    advice: 'Use a member’s account for the machine; the owner’s account only collects what its members report.',
    refusesReports: true,
  },
  {
    name: 'NotJoint',
    sentence: 'The account is not in this group.',
    advice: 'Check the addresses of the owner and of the member.',
  },
  {
    name: 'ExceedGroupLimit',
    sentence: 'The group is full.',
    advice: 'A group has at most 1,000 members, 100 before spec 5; another owner’s group is needed.',
  },
  {
    name: 'InvalidExpiredBlock',
    sentence: 'The expiry block of the sWorker version is not valid.',
    advice: 'Give an expiry block later than the present one.',
  },
  {
    name: 'NotInAllowlist',
    sentence: 'The owner has not put the account on its allowlist.',
    advice: 'Ask the owner to add the account to the allowlist, then join.',
  },
  {
    name: 'ExceedAllowlistLimit',
    sentence: 'The allowlist is full.',
    advice: 'Remove accounts from the allowlist that will not join.',
  },
  {
    name: 'IllegalWorkReport',
    sentence: 'The work report claims more storage or more file changes than one report may.',
    advice:
      'One report holds less than 2 PiB of sealed space, less than 8 PiB of files and, since spec 10, 300 added and 300 deleted files. Upgrade sWorker: current versions split larger changes by themselves.',
    refusesReports: true,
  },
  {
    name: 'CodeNotExpired',
    sentence: 'The sWorker version has not expired yet.',
    advice: 'Wait until it has expired.',
    from: 4,
  },
  {
    name: 'InvalidTeeSignature',
    sentence: 'The signatures of the trusted hardware do not prove this enclave.',
    advice: 'Fetch a fresh proof from the verification service and register again.',
    from: 19,
  },
  {
    name: 'SpowerSuperiorNotSet',
    sentence: 'No account has been appointed to update spower.',
    advice: 'The chain’s administrators must appoint the service’s account first.',
    from: 23,
  },
  {
    name: 'IllegalSpowerSuperior',
    sentence: 'Only the appointed spower service may do this.',
    advice: 'Nothing is to be done by others: the service makes this call.',
    from: 23,
  },
];

const byName = new Map(TABLE.map((error) => [error.name, error]));

/** The errors of pallet swork in a spec: the place in the list is the error's index. */
export const sworkErrorsOf = (spec: number): SworkError[] =>
  TABLE.filter(({ from = 1, to = Number.POSITIVE_INFINITY }) => spec >= from && spec <= to);

/** An error of pallet swork by its name, in whatever spec. */
export const sworkError = (name: string): SworkError | null => byName.get(name) ?? null;

/** Every error pallet swork ever had. */
export const SWORK_ERRORS: readonly SworkError[] = TABLE;
