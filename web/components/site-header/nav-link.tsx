'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/** A link of the main navigation that knows whether the visitor is in its part of the site. */
export const NavLink = ({ href, also, children }: { href: string; also?: string; children: ReactNode }) => {
  const path = usePathname();
  const here = path === href || (also !== undefined && path.startsWith(also));
  return (
    <Link href={href} aria-current={here ? 'page' : undefined}>
      {children}
    </Link>
  );
};
