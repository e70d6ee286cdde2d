import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { decodePart, parseBlockNumber } from '../../../lib/params';
import { loadEra } from './query';

interface Props {
  params: Promise<{ n: string }>;
  children: ReactNode;
}

/** Stands above the loading state, so that text that names no era and an era that does not exist are answered with 404 and not with 200. */
const EraLayout = async ({ params, children }: Props) => {
  const name = parseBlockNumber(decodePart((await params).n) ?? '');
  if (name === null) notFound();
  const answer = await loadEra(name, null, 'TOTAL', 'DESC');
  if (answer.ok && answer.data.era === null) notFound();
  return children;
};

export default EraLayout;
