import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { decodePart } from '../../../lib/params';
import { loadFile } from './query';

interface Props {
  params: Promise<{ cid: string }>;
  children: ReactNode;
}

/** Stands above the loading state, so that text the API does not take for a CID is answered with 404 and not with 200. */
const FileLayout = async ({ params, children }: Props) => {
  const cid = decodePart((await params).cid);
  if (cid === null) notFound();
  const answer = await loadFile(cid, null);
  if (!answer.ok && answer.problem.kind === 'refused' && answer.problem.code === 'BAD_INPUT') notFound();
  return children;
};

export default FileLayout;
