import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { decodePart } from '../../lib/params';
import { isAccountName } from '../../lib/unreadable';

interface Props {
  params: Promise<{ id: string }>;
  children: ReactNode;
}

/** Stands above the loading state of pages about an account: text that is no address is answered with 404, not 200. */
export const AccountLayout = async ({ params, children }: Props) => {
  const id = decodePart((await params).id);
  if (id === null || !isAccountName(id)) notFound();
  return children;
};
