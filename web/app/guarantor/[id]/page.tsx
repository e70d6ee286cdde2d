import type { Metadata } from 'next';
import { Address } from '../../../components/address/address';
import { NameLine, PageHead } from '../../../components/page-head/page-head';
import { BadInputPage } from '../../../components/problem/bad-input';
import { ProblemPage } from '../../../components/problem/problem';
import { RewardTable } from '../../../components/reward-table/reward-table';
import { Section } from '../../../components/section/section';
import { TimeMachine } from '../../../components/time-machine/time-machine';
import { cruText, displayCru } from '../../../lib/format/amount';
import { plainName } from '../../../lib/format/plain';
import { shorten } from '../../../lib/format/quantity';
import { decodePart, first, readAt, type SearchParams } from '../../../lib/params';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import { lostIn } from '../../unclaimed/left';
import { Incomes } from './incomes';
import { Forecast, Warnings } from './outlook';
import { Position, Unlocking } from './position';
import { type GuarantorAnswer, loadGuarantor } from './query';
import { Targets } from './targets';

const words = text.guarantor;

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const id = decodePart((await params).id);
  return { title: words.titleOf(id === null ? '?' : shorten(id)) };
};

const sentenceOf = ({ guarantor, unclaimed }: GuarantorAnswer): string => {
  if (!guarantor.isGuarantor) return words.not;
  const told = words.sentence(
    displayCru(guarantor.total ?? 0n).whole,
    guarantor.targets.length,
    cruText(guarantor.paidTotal),
  );
  const { accountTotal, erasLeft } = unclaimed;
  if (accountTotal === null || accountTotal === '0' || erasLeft === null) return told;
  const lostTime = unclaimed.eras.nodes[0]?.lostTime ?? null;
  return `${told} ${words.waits(cruText(accountTotal), lostIn({ erasLeft, lostTime }, new Date()))}`;
};

const GuarantorPage = async ({ params, searchParams }: Props) => {
  const id = decodePart((await params).id);
  const query = await searchParams;
  const [at, after] = [readAt(query), first(query, 'after')];
  if (id === null) return <BadInputPage sentence={text.search.notText} />;
  if (!at.ok) return <BadInputPage sentence={text.common.at.bad(at.text)} />;
  const answer = await loadGuarantor(id, at.block, after);
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { guarantor, unclaimed } = answer.data;
  return (
    <>
      <PageHead
        kind={words.kind}
        title={plainName(guarantor.stashAccount.identityDisplay) ?? shorten(guarantor.stash, 8, 6)}
        sentence={sentenceOf(answer.data)}
      >
        <NameLine>
          <Address address={guarantor.stash} full copy />
          <TimeMachine path={route.guarantor(guarantor.stash)} at={at.block} asOf={guarantor.asOf} />
        </NameLine>
      </PageHead>
      <Warnings targets={guarantor.targets} />
      {(guarantor.isGuarantor || guarantor.bond !== null) && <Position of={guarantor} unclaimed={unclaimed} />}
      {guarantor.bond !== null && guarantor.bond.unlocking.length > 0 && <Unlocking bond={guarantor.bond} />}
      <Targets of={guarantor} at={at.block} />
      <Forecast forecast={guarantor.forecast} />
      <Incomes of={guarantor} at={at.block} after={after} />
      <Section title={words.rewards.title}>
        <RewardTable
          rewards={guarantor.rewards.nodes}
          caption={words.rewards.title}
          more={guarantor.rewards.pageInfo.hasNextPage}
        />
      </Section>
    </>
  );
};

export default GuarantorPage;
