'use client';

import { usePathname } from 'next/navigation';
import { unreadableSentence } from '../../lib/unreadable';
import { text } from '../../messages';

/** Title and sentence of a 404: tells an address that names nothing from a thing that is not there. */
export const MissingTitle = () =>
  unreadableSentence(usePathname()) === null ? text.problem.notFoundTitle : text.problem.badInputTitle;

export const MissingSentence = ({ otherwise }: { otherwise: string }) => unreadableSentence(usePathname()) ?? otherwise;
