import type { ReactNode } from 'react';
import { AccountLayout } from '../../../components/problem/account-layout';

interface Props {
  params: Promise<{ owner: string }>;
  children: ReactNode;
}

const GroupLayout = ({ params, children }: Props) => (
  <AccountLayout params={params.then(({ owner }) => ({ id: owner }))}>{children}</AccountLayout>
);

export default GroupLayout;
