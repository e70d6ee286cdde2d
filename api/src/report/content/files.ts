import { fileId, hexToBytes, type ReportFile } from '@moho/protocol';
import type { Context } from '../../context';
import type { Ordering } from '../../database/cursor';
import { loadKeyed } from '../../database/load';
import { type Page, type PageArgs, pageOfRows } from '../../database/page';
import type { View } from '../../database/view';
import { FileRef, ReportedFileRef } from '../../schema/refs';
import { loadCall, type Report } from './load';
import { heldFiles } from './sql';

/** A file a report names, in the report's order: added ones first. */
export interface ReportedFileNode extends ReportFile {
  isAdded: boolean;
  anchor: string | null;
  view: View;
}

const inCall: Ordering = {
  name: 'reportedFiles.call',
  keys: [{ column: 'place', type: 'numeric' }],
  descending: false,
};

/** A page of the files a report names; none where its call cannot be read. */
export const pageOfFiles = async (ctx: Context, report: Report, args: PageArgs): Promise<Page<ReportedFileNode>> => {
  const call = await loadCall(ctx, report);
  const node = (isAdded: boolean) => (file: ReportFile) => ({
    ...file,
    isAdded,
    anchor: report.anchor,
    view: report.view,
  });
  return pageOfRows(inCall, [...(call?.added.map(node(true)) ?? []), ...(call?.deleted.map(node(false)) ?? [])], args);
};

ReportedFileRef.implement({
  description: 'A file that a work report names as added or deleted.',
  fields: (t) => ({
    isAdded: t.exposeBoolean('isAdded'),
    cidHex: t.exposeString('cidHex'),
    fileId: t.string({ resolve: ({ cidHex }) => fileId(hexToBytes(cidHex)) }),
    file: t.field({ type: FileRef, resolve: ({ cidHex, view }) => ({ id: fileId(hexToBytes(cidHex)), view }) }),
    sizeBytes: t.expose('sizeBytes', { type: 'BigInt' }),
    validAt: t.expose('validAt', { type: 'BigInt', description: 'block the enclave attests the file for' }),
    held: t.boolean({
      description: 'the chain holds a replica of the file under the report’s anchor, at the block asked for',
      resolve: async ({ cidHex, anchor, view }, _args, ctx) => {
        if (anchor === null) return false;
        const key = `${fileId(hexToBytes(cidHex))} ${anchor}`;
        return (await loadKeyed(ctx, 'heldFiles', view, key, heldFiles)) ?? false;
      },
    }),
  }),
});
