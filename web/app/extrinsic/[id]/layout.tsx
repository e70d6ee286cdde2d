import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { parseExtrinsicName } from '../../../lib/block-name';
import { decodePart } from '../../../lib/params';
import { loadExtrinsic } from './query';

interface Props {
  params: Promise<{ id: string }>;
  children: ReactNode;
}

/** Stands above the loading state, so that text that names no extrinsic and an extrinsic that does not exist are answered with 404 and not with 200. */
const ExtrinsicLayout = async ({ params, children }: Props) => {
  const name = parseExtrinsicName(decodePart((await params).id) ?? '');
  if (name === null) notFound();
  const answer = await loadExtrinsic(name.id, name.hash);
  if (answer.ok && answer.data.extrinsic === null) notFound();
  return children;
};

export default ExtrinsicLayout;
