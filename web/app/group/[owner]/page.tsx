import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { Suspense } from 'react';
import { Address } from '../../../components/address/address';
import { MachineRecords } from '../../../components/audit/machines';
import { Outlook } from '../../../components/audit/outlook';
import { loadGrid } from '../../../components/audit/query';
import { Reports, slotsAsked } from '../../../components/audit/reports';
import { NameLine, PageHead } from '../../../components/page-head/page-head';
import { BadInputPage } from '../../../components/problem/bad-input';
import { ProblemPage } from '../../../components/problem/problem';
import { TimeMachine } from '../../../components/time-machine/time-machine';
import { siteOrigin } from '../../../lib/follow/origin';
import { plainName } from '../../../lib/format/plain';
import { shorten } from '../../../lib/format/quantity';
import { decodePart, readAt, type SearchParams } from '../../../lib/params';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import { Door } from './door';
import { loadGroup, type OwnerData } from './query';
import { Sums } from './sums';

const words = text.group;

interface Props {
  params: Promise<{ owner: string }>;
  searchParams: SearchParams;
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const owner = decodePart((await params).owner);
  return { title: words.titleOf(owner === null ? '?' : shorten(owner)) };
};

const kindOf = ({ group, owner }: OwnerData): string => {
  if (group) return words.kind;
  return owner === null ? words.kindAlone : words.kindMember;
};

const sentenceOf = ({ group, sworkIdentity, owner }: OwnerData): string => {
  if (group) return words.sentence(group.memberCount, group.punishedCount);
  if (owner !== null) return words.member(sworkIdentity?.punished ?? false);
  return sworkIdentity ? words.alone(sworkIdentity.punished) : words.nobody;
};

/** The audit of one group of machines: each section is a component of its own beside this page. */
const GroupPage = async ({ params, searchParams }: Props) => {
  const owner = decodePart((await params).owner);
  const query = await searchParams;
  const at = readAt(query);
  if (owner === null) return <BadInputPage sentence={text.search.notText} />;
  if (!at.ok) return <BadInputPage sentence={text.common.at.bad(at.text)} />;
  // the picture is read first and alone: it is what people came for, and all else is put in when it is there
  const [answer] = await Promise.all([loadGroup(owner, at.block), loadGrid(owner, at.block, slotsAsked(query))]);
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { account } = answer.data;
  const path = route.group(account.address);
  return (
    <>
      <PageHead
        kind={kindOf(account)}
        title={plainName(account.identityDisplay) ?? shorten(account.address, 8, 6)}
        sentence={sentenceOf(account)}
      >
        <NameLine>
          <span>
            <Address address={account.address} href={null} full copy />{' '}
            {account.owner === null ? (
              <Link href={account.group ? route.node(account.address, at.block) : route.account(account.address)}>
                {account.group ? words.toNode : words.toAccount}
              </Link>
            ) : (
              <Link href={route.group(account.owner, at.block)}>{words.toGroup}</Link>
            )}
          </span>
          <TimeMachine path={route.group(account.address)} at={at.block} asOf={account.asOf} />
        </NameLine>
      </PageHead>
      {account.group && <Sums group={account.group} at={at.block} />}
      {(account.group || account.sworkIdentity) && (
        <>
          <Reports account={account.address} at={at.block} query={query} path={path} />
          <Suspense fallback={null}>
            <Outlook account={account.address} at={at.block} />
          </Suspense>
          <Suspense fallback={null}>
            <MachineRecords account={account.address} at={at.block} query={query} path={path} />
          </Suspense>
          <Door account={account.address} isGroup={account.group !== null} origin={siteOrigin(await headers())} />
        </>
      )}
    </>
  );
};

export default GroupPage;
