import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { AT_HEADER } from '../../../lib/at-header';
import { decodePart, readAt } from '../../../lib/params';
import { route } from '../../../lib/route';
import { loadFile } from './query';

interface Props {
  params: Promise<{ cid: string }>;
  children: ReactNode;
}

/**
 * Stands above the loading state, so that text the API does not take for a CID is answered with 404 and not with 200, and
 * a CID in any other form leads to the one address its file has. Its spelling is never changed.
 */
const FileLayout = async ({ params, children }: Props) => {
  const cid = decodePart((await params).cid);
  if (cid === null) notFound();
  // the same question the page asks, so that the API is asked once
  const at = readAt({ at: decodePart((await headers()).get(AT_HEADER) ?? '') ?? undefined });
  const answer = await loadFile(cid, at.ok ? at.block : null);
  if (!answer.ok && answer.problem.kind === 'refused' && answer.problem.code === 'BAD_INPUT') notFound();
  if (answer.ok) {
    const { file } = answer.data;
    const name = file.readAs?.cid ?? file.cid;
    if (name !== cid) redirect(route.file(name, at.ok ? at.block : null));
  }
  return children;
};

export default FileLayout;
