import type { NextRequest } from 'next/server';
import { text } from '../../messages';
import { parseEras } from '../eras';
import { decodePart, first, oneOf, parseBlockNumber, type Query, readAt } from '../params';
import { PORTFOLIO_STATES, SETTLE_OUTCOMES } from '../question';
import { isAccountName } from '../unreadable';
import { fileRowColumns, orderedFiles } from './file-rows';
import { gridRowColumns, gridRows } from './grid-rows';
import { limitRowColumns, limitRows } from './limit-rows';
import { payoutRowColumns, payoutRows } from './payout-rows';
import { heldReplicas, replicaRowColumns } from './replica-rows';
import { settlementRowColumns, settlements } from './settlement-rows';
import { type Export, type ExportFormat, exportResponse } from './stream';
import { waitingFiles, waitingRowColumns } from './waiting-rows';

/** Params of the routes below an account or a node. */
export interface AccountParams {
  params: Promise<{ id: string }>;
}

export interface OwnerParams {
  params: Promise<{ owner: string }>;
}

export const badInput = (sentence: string): Response =>
  new Response(`${sentence}\n`, { status: 400, headers: { 'content-type': 'text/plain; charset=utf-8' } });

export const queryOf = (request: NextRequest): Query => Object.fromEntries(request.nextUrl.searchParams);

/** The account an address names and the block asked for; a sentence when either cannot be read. */
export const readQuestion = async (request: NextRequest, params: AccountParams['params']) => {
  const id = decodePart((await params).id);
  if (id === null) return { problem: text.search.notText };
  if (!isAccountName(id)) return { problem: text.account.bad(id.slice(0, 80)) };
  const at = readAt(queryOf(request));
  return at.ok ? { id: id.trim(), at: at.block } : { problem: text.common.at.bad(at.text) };
};

/** `/account/[id]/files.csv` and `.json`: all files an account ordered. */
export const exportOrdered =
  (format: ExportFormat) =>
  async (request: NextRequest, { params }: AccountParams): Promise<Response> => {
    const asked = await readQuestion(request, params);
    if (asked.problem !== undefined) return badInput(asked.problem);
    const status = oneOf(first(queryOf(request), 'status'), PORTFOLIO_STATES, 'ALL');
    return exportResponse(request, {
      format,
      fileName: `files-ordered-by-${asked.id}`,
      columns: fileRowColumns,
      batches: (signal) => orderedFiles(asked.id, status === 'ALL' ? null : status, asked.at, signal),
    });
  };

/** A list of an account as of a block, whole, in either form. */
const exportOf =
  <Row>(
    name: string,
    columns: Export<Row>['columns'],
    batches: (id: string, at: number | null, signal: AbortSignal) => ReturnType<Export<Row>['batches']>,
  ) =>
  (format: ExportFormat) =>
  async (request: NextRequest, { params }: AccountParams): Promise<Response> => {
    const asked = await readQuestion(request, params);
    if (asked.problem !== undefined) return badInput(asked.problem);
    const { id, at } = asked;
    return exportResponse(request, {
      format,
      fileName: `${name}-${id}`,
      columns,
      batches: (signal) => batches(id, at, signal),
    });
  };

/** `/node/[id]/files.csv` and `.json`: all replicas an account stands for. */
export const exportHeld = exportOf('files-held-by', replicaRowColumns, heldReplicas);

/** `/node/[id]/limit.csv` and `.json`: every part of every change of its stake limit. */
export const exportLimit = exportOf('stake-limit-of', limitRowColumns, (id, at) => limitRows(id, at));

/** `/waiting/files.csv` and `.json`: all files without a replica. */
export const exportWaiting =
  (format: ExportFormat) =>
  async (request: NextRequest): Promise<Response> => {
    const at = readAt(queryOf(request));
    if (!at.ok) return badInput(text.common.at.bad(at.text));
    return exportResponse(request, {
      format,
      fileName: 'waiting-files',
      columns: waitingRowColumns,
      batches: (signal) => waitingFiles(at.block, signal),
    });
  };

/** `/settle/files.csv` and `.json`: all expired files, best paid first. */
export const exportSettlements =
  (format: ExportFormat) =>
  async (request: NextRequest): Promise<Response> => {
    const at = readAt(queryOf(request));
    if (!at.ok) return badInput(text.common.at.bad(at.text));
    const outcome = oneOf(first(queryOf(request), 'outcome'), SETTLE_OUTCOMES, 'ALL');
    return exportResponse(request, {
      format,
      fileName: 'expired-files',
      columns: settlementRowColumns,
      batches: (signal) => settlements(outcome === 'ALL' ? null : outcome, at.block, signal),
    });
  };

/** The slots an address asks for; null where it asks for all from the first, or up to the last. */
const slotsOf = (query: Query): { from: number | null; to: number | null } => {
  const slot = (name: string) => parseBlockNumber(first(query, name) ?? '');
  return { from: slot('from'), to: slot('to') };
};

const ownerParams = (params: OwnerParams['params']) => params.then(({ owner }) => ({ id: owner }));

/** `/group/[owner]/grid.csv`: every judged slot of a range and what each machine of the group did in it. */
export const exportGroupGrid = async (request: NextRequest, { params }: OwnerParams): Promise<Response> => {
  const asked = await readQuestion(request, ownerParams(params));
  if (asked.problem !== undefined) return badInput(asked.problem);
  return exportResponse(request, {
    format: 'csv',
    fileName: `slots-of-${asked.id}`,
    columns: gridRowColumns,
    batches: (signal) =>
      gridRows({ owner: asked.id, account: null, ...slotsOf(queryOf(request)), at: asked.at }, signal),
  });
};

/** `/node/[id]/grid.csv`: the same of one reporting machine. */
export const exportMachineGrid = async (request: NextRequest, { params }: AccountParams): Promise<Response> => {
  const asked = await readQuestion(request, params);
  if (asked.problem !== undefined) return badInput(asked.problem);
  return exportResponse(request, {
    format: 'csv',
    fileName: `slots-of-${asked.id}`,
    columns: gridRowColumns,
    batches: (signal) =>
      gridRows({ owner: null, account: asked.id, ...slotsOf(queryOf(request)), at: asked.at }, signal),
  });
};

/** `/group/[owner]/payout.csv`: the payout sheet of a group for any range of eras. */
export const exportPayout = async (request: NextRequest, { params }: OwnerParams): Promise<Response> => {
  const asked = await readQuestion(request, ownerParams(params));
  if (asked.problem !== undefined) return badInput(asked.problem);
  const range = parseEras(first(queryOf(request), 'eras') ?? '');
  const question = { owner: asked.id, from: range?.from ?? null, to: range?.to ?? null, at: asked.at };
  return exportResponse(request, {
    format: 'csv',
    fileName: `payout-of-${asked.id}${range === null ? '' : `-eras-${range.from}-${range.to}`}`,
    columns: payoutRowColumns,
    batches: (signal) => payoutRows(question, signal),
  });
};
