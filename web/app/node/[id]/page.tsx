import type { Metadata } from 'next';
import Link from 'next/link';
import { Suspense } from 'react';
import { Address } from '../../../components/address/address';
import { Outlook } from '../../../components/audit/outlook';
import { Reports } from '../../../components/audit/reports';
import { StatusBadge } from '../../../components/badge/badge';
import { EmptyState } from '../../../components/empty/empty';
import { NameLine, PageHead } from '../../../components/page-head/page-head';
import { BadInputPage } from '../../../components/problem/bad-input';
import { ProblemPage } from '../../../components/problem/problem';
import { Section } from '../../../components/section/section';
import { PageLoading } from '../../../components/skeleton/skeleton';
import { TimeMachine } from '../../../components/time-machine/time-machine';
import { displayCru } from '../../../lib/format/amount';
import { plainName } from '../../../lib/format/plain';
import { shorten } from '../../../lib/format/quantity';
import { decodePart, first, readAt, type SearchParams } from '../../../lib/params';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import { Sums } from '../../group/[owner]/sums';
import { Changes } from './changes';
import { Eras } from './eras';
import { Guarantors, Slashes } from './guarantors';
import { loadNode, type NodeData } from './query';
import { Stake } from './stake';

const words = text.node;

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const id = decodePart((await params).id);
  return { title: words.titleOf(id === null ? '?' : shorten(id)) };
};

const sentenceOf = (node: NodeData): string => {
  if (!node.isCandidate) return words.notCandidate;
  const total = displayCru(node.totalStake).whole;
  if (node.stakeLimit === null || node.stakeLimit === '0') return words.noLimit(total);
  return words.sentence(total, displayCru(node.stakeLimit).whole, BigInt(node.totalStake) <= BigInt(node.stakeLimit));
};

const State = ({ node }: { node: NodeData }) =>
  node.electedLastEra ? (
    <StatusBadge tone="good" glyph="disc">
      {words.table.elected}
    </StatusBadge>
  ) : (
    <StatusBadge tone="idle" glyph="dash">
      {words.table.notElected}
    </StatusBadge>
  );

const NodePage = async ({ params, searchParams }: Props) => {
  const id = decodePart((await params).id);
  const query = await searchParams;
  const at = readAt(query);
  if (id === null) return <BadInputPage sentence={text.search.notText} />;
  if (!at.ok) return <BadInputPage sentence={text.common.at.bad(at.text)} />;
  const answer = await loadNode(id, at.block, first(query, 'guarantors'));
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const node = answer.data.validator;
  return (
    <>
      <PageHead
        kind={words.kind}
        badges={<State node={node} />}
        title={plainName(node.stashAccount.identityDisplay) ?? shorten(node.stash, 8, 6)}
        sentence={sentenceOf(node)}
      >
        <NameLine>
          <Address address={node.stash} full copy />
          <TimeMachine path={route.node(node.stash)} at={at.block} asOf={node.asOf} />
        </NameLine>
      </PageHead>
      <Stake node={node} at={at.block} />
      {node.group === null ? (
        <Section title={words.group.title}>
          <EmptyState title={words.group.none} />
        </Section>
      ) : (
        <>
          <Sums
            group={node.group}
            at={at.block}
            aside={<Link href={route.group(node.stash, at.block)}>{text.group.link}</Link>}
          />
          <Suspense fallback={<PageLoading />}>
            <Reports account={node.stash} at={at.block} query={query} path={route.node(node.stash)} />
          </Suspense>
          <Suspense fallback={null}>
            <Outlook account={node.stash} at={at.block} />
          </Suspense>
        </>
      )}
      <Eras stash={node.stash} eras={node.eras.nodes} more={node.eras.pageInfo.hasNextPage} />
      <Changes node={node} />
      <Guarantors node={node} at={at.block} query={query} />
      <Slashes node={node} />
    </>
  );
};

export default NodePage;
