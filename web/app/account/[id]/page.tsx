import type { Metadata } from 'next';
import { Suspense } from 'react';
import { Address } from '../../../components/address/address';
import { Reports } from '../../../components/audit/reports';
import { Tag } from '../../../components/badge/badge';
import { PageHead } from '../../../components/page-head/page-head';
import { BadInputPage } from '../../../components/problem/bad-input';
import { ProblemPage } from '../../../components/problem/problem';
import { RewardTable } from '../../../components/reward-table/reward-table';
import { Section } from '../../../components/section/section';
import { PageLoading } from '../../../components/skeleton/skeleton';
import { alternates } from '../../../lib/follow/alternate';
import { plainName } from '../../../lib/format/plain';
import { shorten } from '../../../lib/format/quantity';
import { decodePart, type SearchParams } from '../../../lib/params';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import { FollowAccount } from './follow';
import { Links } from './links';
import { Activity, Orders, Payments } from './lists';
import { Machine } from './machine';
import { Money } from './money';
import { type AccountData, loadAccount } from './query';

const words = text.account;

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const id = decodePart((await params).id);
  const title = words.titleOf(id === null ? '?' : shorten(id));
  return id === null
    ? { title }
    : { title, alternates: alternates(route.accountFeed(id), route.accountCalendar(id), title) };
};

const sentenceOf = (account: AccountData): string => {
  if (account.roles.length > 0) return words.rolesSentence(account.roles.map((role) => words.roles[role]).join(', '));
  return account.firstSeenBlock === null ? words.unseen : words.noRoles;
};

const AccountPage = async ({ params, searchParams }: Props) => {
  const id = decodePart((await params).id);
  if (id === null) return <BadInputPage sentence={text.search.notText} />;
  const answer = await loadAccount(id);
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { account } = answer.data;
  return (
    <>
      <PageHead
        kind={words.kind}
        badges={account.roles.map((role) => <Tag key={role}>{words.roles[role]}</Tag>)}
        title={plainName(account.identityDisplay) ?? shorten(account.address, 8, 6)}
        sentence={sentenceOf(account)}
      >
        <Address address={account.address} href={null} full copy />
      </PageHead>
      <Links account={account} />
      <Money account={account} />
      {account.sworkIdentity && <Machine identity={account.sworkIdentity} />}
      {account.sworkIdentity && (
        <Suspense fallback={<PageLoading />}>
          <Reports
            account={account.address}
            at={null}
            query={await searchParams}
            path={route.account(account.address)}
          />
        </Suspense>
      )}
      <Orders account={account} />
      <Section title={words.rewards.title}>
        <RewardTable
          rewards={account.rewards.nodes}
          caption={words.rewards.title}
          more={account.rewards.pageInfo.hasNextPage}
        />
      </Section>
      <Payments account={account} />
      <Activity account={account} />
      <FollowAccount address={account.address} />
    </>
  );
};

export default AccountPage;
