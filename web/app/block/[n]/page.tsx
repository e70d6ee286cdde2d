import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { EventList } from '../../../components/event-list/event-list';
import { PageHead } from '../../../components/page-head/page-head';
import { BadInputPage } from '../../../components/problem/bad-input';
import { ProblemPage } from '../../../components/problem/problem';
import { Section } from '../../../components/section/section';
import { parseBlockName } from '../../../lib/block-name';
import { formatInteger } from '../../../lib/format/quantity';
import { decodePart } from '../../../lib/params';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import { Extrinsics } from './extrinsics';
import { Header } from './header';
import { loadBlock } from './query';

const words = text.chain.block;

interface Props {
  params: Promise<{ n: string }>;
}

const nameOf = async (params: Props['params']) => {
  const part = decodePart((await params).n) ?? '';
  return { part, name: parseBlockName(part) };
};

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { part, name } = await nameOf(params);
  if (name === null) return { title: words.kind };
  return { title: words.titleOf(part) };
};

const BlockPage = async ({ params }: Props) => {
  const { part, name } = await nameOf(params);
  if (name === null) return <BadInputPage sentence={words.bad(part)} />;
  const answer = await loadBlock(name.number, name.hash);
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { block } = answer.data;
  if (block === null) notFound();
  const more = (shown: { pageInfo: { hasNextPage: boolean }; nodes: readonly unknown[] }) =>
    shown.pageInfo.hasNextPage ? text.chain.more(shown.nodes.length) : undefined;
  return (
    <>
      <PageHead
        kind={words.kind}
        title={formatInteger(block.number)}
        sentence={words.sentence(block.extrinsicCount, block.eventCount)}
        badges={
          <>
            {block.number > 0 && <Link href={route.block(block.number - 1)}>{words.previous}</Link>}
            <Link href={route.block(block.number + 1)}>{words.next}</Link>
          </>
        }
      />
      <Header block={block} />
      <Section title={words.extrinsics} aside={more(block.extrinsics)}>
        <Extrinsics rows={block.extrinsics.nodes} block={block.number} />
      </Section>
      <Section title={words.events} aside={more(block.events)}>
        <EventList events={block.events.nodes} empty={words.noEvents} withSource />
      </Section>
    </>
  );
};

export default BlockPage;
