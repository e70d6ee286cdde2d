import { isHex, parseAddress } from '@moho/protocol/base';
import { MOST_WEIGHT } from '@moho/protocol/yield/rank';
import { text } from '../messages';
import { parseAmount, parsePercent, readIds, WEIGHT_NAMES } from './desk/state';
import { parseEras } from './eras';
import { plainText } from './format/plain';
import { parseBlockNumber } from './params';
import { parsePart } from './part';

/** What a page understands after the question mark, checked before the page is drawn. */

const words = text.problem.question;
const MAX_CURSOR_CHARS = 1200;

const shown = (value: string) => plainText(value, 60);

/** Why a value cannot be used; null when it can. */
type Check = (value: string) => string | null;

const at: Check = (value) => (parseBlockNumber(value) === null ? text.common.at.bad(shown(value)) : null);

/** Cursors are the API's; here only what can be none at all is told apart, the API judges the rest. */
const cursor: Check = (value) =>
  value.length <= MAX_CURSOR_CHARS && /^[A-Za-z0-9_-]+$/.test(value) ? null : words.cursor(shown(value));

const oneOf =
  (name: string, allowed: readonly string[]): Check =>
  (value) =>
    allowed.includes(value) ? null : words.oneOf(name, shown(value), allowed.join(', '));

const address =
  (name: string): Check =>
  (value) =>
    isHex(value, 32) || parseAddress(value) !== null ? null : words.address(name, shown(value));

const slot =
  (name: string): Check =>
  (value) =>
    parseBlockNumber(value) === null ? words.slot(name, shown(value)) : null;

const eras: Check = (value) => (parseEras(value) === null ? words.eras(shown(value)) : null);

/** Read and answered by the page itself, which can show the form with what was typed. */
const anything: Check = () => null;

const amount: Check = (value) => (parseAmount(value) === null ? words.amount(shown(value)) : null);

const percent =
  (name: string): Check =>
  (value) =>
    parsePercent(value) === null ? words.percent(name, shown(value)) : null;

/** Per cent of a whole. */
const part =
  (name: string): Check =>
  (value) =>
    parsePart(value) === null ? words.part(name, shown(value)) : null;

const count =
  (name: string): Check =>
  (value) =>
    parseBlockNumber(value) === null ? words.count(name, shown(value)) : null;

/** Some accounts, separated by commas. */
const MOST_COMPARED = 4;
const ids =
  (name: string): Check =>
  (value) => {
    const named = readIds(value);
    if (named.length > MOST_COMPARED) return words.many(name, named.length, MOST_COMPARED);
    return named.map(address(name)).find((problem) => problem !== null) ?? null;
  };

const WEIGHTS = Array.from({ length: MOST_WEIGHT + 1 }, (_, weight) => String(weight));
/** An amount to guarantee and the weights of the rank. */
const DESK_WORDS: Record<string, Check> = {
  amount,
  ...Object.fromEntries(WEIGHT_NAMES.map((name) => [name, oneOf(name, WEIGHTS)])),
};

const direction = oneOf('dir', ['ASC', 'DESC']);
const flag = (name: string) => oneOf(name, ['1', '0']);

/** Every column of the table of nodes. */
export const NODE_SORTS = [
  'EFFECTIVE_STAKE',
  'MY_RETURN',
  'SCORE',
  'RETURN_4_P10',
  'RETURN_4_MEDIAN',
  'RETURN_4_P90',
  'RETURN_28_P10',
  'RETURN_28_MEDIAN',
  'RETURN_28_P90',
  'RETURN_84_P10',
  'RETURN_84_MEDIAN',
  'RETURN_84_P90',
  'GUARANTEE_FEE',
  'STAKE_LIMIT',
  'TOTAL_STAKE',
  'OWN_STAKE',
  'HEADROOM',
  'SATURATION',
  'REPORTS',
  'GUARANTORS',
  'MEMBERS',
  'UNCLAIMED',
  'SLASHES',
  'SLASHED',
  'STANDING',
  'NAME',
  'STASH',
] as const;
export const FILE_SORTS = ['CHANGED', 'SIZE', 'REPLICAS', 'EXPIRED_AT', 'AMOUNT', 'SPOWER'] as const;
export const FILE_STATES = [
  'STORED',
  'AT_RISK',
  'UNREACHABLE',
  'WAITING',
  'EXPIRED',
  'CLOSED',
  'ILLEGAL',
  'ALL',
] as const;
export const WAITING_SORTS = ['AGE', 'SIZE', 'TIP', 'AMOUNT'] as const;
export const SETTLE_SORTS = ['NET', 'EXPIRED_AT', 'SIZE', 'PREPAID'] as const;
export const SETTLE_OUTCOMES = ['ALL', 'RENEWED', 'CLOSED'] as const;
export const UNCLAIMED_SORTS = ['ERAS_LEFT', 'TOTAL'] as const;
/** Of rewards: lost within so many eras. */
export const UNCLAIMED_WITHIN = ['ALL', '0', '4', '28'] as const;
/** Of the files of one account: those on chain, or one status. */
export const PORTFOLIO_STATES = FILE_STATES;
export const PORTFOLIO_SORTS = ['EXPIRES', 'SIZE', 'SPOWER', 'REPLICAS', 'PREPAID'] as const;
export const HELD_SORTS = ['SIZE', 'EXPIRES', 'SPOWER'] as const;
export const ERA_SORTS = ['TOTAL', 'POINTS', 'AUTHORING_PAYOUT'] as const;

/** How many slots the network's reports are shown for at once. */
export const REPORT_SLOTS = ['24', '48', '100'] as const;

/** Of the grid of reports: how many slots, and in which form. */
export const GRID_SLOTS = ['24', '168', '672'] as const;
export const GRID_VIEWS = ['picture', 'table'] as const;

const pageNumber =
  (name: string): Check =>
  (value) =>
    /^\d{1,4}$/.test(value) ? null : words.oneOf(name, shown(value), '0, 1, 2, …');

const GRID_WORDS: Record<string, Check> = {
  slots: oneOf('slots', GRID_SLOTS),
  view: oneOf('view', GRID_VIEWS),
  day: pageNumber('day'),
  rows: pageNumber('rows'),
  machines: pageNumber('machines'),
};

export const STORE_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'kB', 'MB', 'GB'] as const;

const PAGES: Record<string, Record<string, Check>> = {
  '': {},
  search: { q: anything },
  market: { size: anything },
  status: {},
  store: { cid: anything, size: anything, unit: oneOf('unit', STORE_UNITS), tips: anything, memo: anything },
  waiting: { at, sort: oneOf('sort', WAITING_SORTS), dir: direction, after: cursor, owners: cursor, slots: anything },
  settle: {
    at,
    sort: oneOf('sort', SETTLE_SORTS),
    dir: direction,
    after: cursor,
    outcome: oneOf('outcome', SETTLE_OUTCOMES),
  },
  unclaimed: {
    at,
    sort: oneOf('sort', UNCLAIMED_SORTS),
    dir: direction,
    after: cursor,
    nodes: cursor,
    account: address('account'),
    within: oneOf('within', UNCLAIMED_WITHIN),
  },
  plan: {
    at,
    amount,
    guarantor: address('guarantor'),
    most: amount,
    reports: part('reports'),
    fee: part('fee'),
    change: part('change'),
    unslashed: flag('unslashed'),
    cut: flag('cut'),
  },
  docs: {},
  'node/*/claim': { at },
  words: {},
  design: { at },
  receipts: {},
  live: { blocks: anything, receipts: flag('receipts') },
  refused: { page: anything, query: anything },
  block: {},
  blocks: { after: cursor },
  extrinsic: {},
  report: { at, files: cursor, verify: flag('verify') },
  reports: { at, slots: oneOf('slots', REPORT_SLOTS), after: cursor },
  era: { sort: oneOf('sort', ERA_SORTS), dir: direction, after: cursor },
  eras: { after: cursor },
  account: GRID_WORDS,
  'account/*/files': {
    at,
    sort: oneOf('sort', PORTFOLIO_SORTS),
    dir: direction,
    after: cursor,
    status: oneOf('status', PORTFOLIO_STATES),
  },
  'account/*/files.csv': { at, status: oneOf('status', PORTFOLIO_STATES) },
  'account/*/files.json': { at, status: oneOf('status', PORTFOLIO_STATES) },
  'node/*/files': { at, sort: oneOf('sort', HELD_SORTS), dir: direction, after: cursor },
  'node/*/files.csv': { at },
  'node/*/files.json': { at },
  'node/*/limit': { at, after: cursor },
  'node/*/limit.csv': { at },
  'node/*/limit.json': { at },
  check: {},
  group: { at, ...GRID_WORDS },
  'group/*/feed.atom': {},
  'group/*/grid.csv': { at, from: slot('from'), to: slot('to') },
  'group/*/payout': { eras, at, after: cursor },
  'group/*/payout.csv': { eras, at },
  'group/*/misses': { eras, at },
  'node/*/grid.csv': { at, from: slot('from'), to: slot('to') },
  metrics: {},
  guarantor: { at, after: cursor },
  'guarantor/*/incomes.csv': { at },
  'guarantor/*/incomes.json': { at },
  file: { at },
  'file/*/live': {},
  'file/*/feed.atom': {},
  'file/*/expiry.ics': {},
  'account/*/feed.atom': {},
  'account/*/expiry.ics': {},
  badge: {},
  node: { at, guarantors: cursor, ...GRID_WORDS },
  'group/*/slot': { slot: anything, at: anything },
  nodes: {
    sort: oneOf('sort', NODE_SORTS),
    dir: direction,
    after: cursor,
    q: anything,
    fee: anything,
    elected: flag('elected'),
    room: flag('room'),
    unslashed: flag('unslashed'),
    reports: percent('reports'),
    headroom: amount,
    saturation: percent('saturation'),
    paid: percent('paid'),
    bad: percent('bad'),
    mine: percent('mine'),
    unclaimed: count('unclaimed'),
    pick: ids('pick'),
    ...DESK_WORDS,
  },
  compare: { ids: ids('ids'), ...DESK_WORDS },
  files: {
    sort: oneOf('sort', FILE_SORTS),
    dir: direction,
    after: cursor,
    status: oneOf('status', FILE_STATES),
    owner: address('owner'),
  },
};

/** Added by mailers and advertisers to links people pass on, or by the framework: no question to this site. */
const FOREIGN = /^(utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|_rsc)$/;

/**
 * Why a page cannot answer what stands after the question mark, in one sentence; null when it can. A wrong word is
 * never passed over, since the page would then answer another question than the one asked. An empty value asks nothing.
 */
export const questionProblem = (pathname: string, query: URLSearchParams): string | null => {
  const [, page = '', , below] = pathname.split('/');
  const known = PAGES[below === undefined || page === 'metrics' ? page : `${page}/*/${below}`];
  if (known === undefined) return null; // no page of ours: answered as not found
  for (const name of new Set(query.keys())) {
    if (FOREIGN.test(name)) continue;
    const check = Object.hasOwn(known, name) ? known[name] : undefined;
    if (check === undefined) return words.unknown(shown(name), Object.keys(known).join(', '));
    const values = query.getAll(name).map((value) => value.trim());
    if (values.length > 1) return words.twice(name);
    const problem = values[0] === '' ? null : check(values[0] as string);
    if (problem !== null) return problem;
  }
  return null;
};
