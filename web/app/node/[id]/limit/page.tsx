import type { Metadata } from 'next';
import Link from 'next/link';
import { Address } from '../../../../components/address/address';
import { NameLine, PageHead } from '../../../../components/page-head/page-head';
import { BadInputPage } from '../../../../components/problem/bad-input';
import { ProblemPage } from '../../../../components/problem/problem';
import { TimeMachine } from '../../../../components/time-machine/time-machine';
import { plainName } from '../../../../lib/format/plain';
import { shorten } from '../../../../lib/format/quantity';
import { decodePart, first, readAt, type SearchParams, withQuery } from '../../../../lib/params';
import { route } from '../../../../lib/route';
import { text } from '../../../../messages';
import { Changes } from './changes';
import { Forecast } from './forecast';
import { loadLimit } from './query';
import { sentenceOf } from './sentence';

const words = text.limit;

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const id = decodePart((await params).id);
  return { title: words.titleOf(id === null ? '?' : shorten(id)) };
};

const LimitPage = async ({ params, searchParams }: Props) => {
  const id = decodePart((await params).id);
  const query = await searchParams;
  const at = readAt(query);
  if (id === null) return <BadInputPage sentence={text.search.notText} />;
  if (!at.ok) return <BadInputPage sentence={text.common.at.bad(at.text)} />;
  const after = first(query, 'after');
  const answer = await loadLimit(id, at.block, after);
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const node = answer.data.validator;
  const path = route.limit(node.stash);
  const past = { at: first(query, 'at') ?? undefined };
  const newest = node.limitChanges.nodes[0];
  return (
    <>
      <PageHead
        kind={words.kind}
        title={plainName(node.stashAccount.identityDisplay) ?? shorten(node.stash, 8, 6)}
        sentence={newest === undefined ? words.never : sentenceOf(newest)}
      >
        <NameLine>
          <span>
            <Address address={node.stash} href={null} full copy />{' '}
            <Link href={route.node(node.stash, at.block)}>{words.toNode}</Link>
          </span>
          <TimeMachine path={path} at={at.block} asOf={node.asOf} />
        </NameLine>
      </PageHead>
      <Changes
        node={node}
        after={after}
        hrefWith={(changes) => `${withQuery(path, query, changes)}#changes`}
        exports={{ csv: withQuery(`${path}.csv`, past, {}), json: withQuery(`${path}.json`, past, {}) }}
      />
      {after === null && <Forecast forecast={node.limitForecast} />}
    </>
  );
};

export default LimitPage;
