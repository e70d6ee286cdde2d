import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { parseBlockName } from '../../../lib/block-name';
import { decodePart } from '../../../lib/params';
import { loadBlock } from './query';

interface Props {
  params: Promise<{ n: string }>;
  children: ReactNode;
}

/** Stands above the loading state, so that text that names no block and a block that does not exist are answered with 404 and not with 200. */
const BlockLayout = async ({ params, children }: Props) => {
  const name = parseBlockName(decodePart((await params).n) ?? '');
  if (name === null) notFound();
  const answer = await loadBlock(name.number, name.hash);
  if (answer.ok && answer.data.block === null) notFound();
  return children;
};

export default BlockLayout;
