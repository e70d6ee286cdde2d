import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Address } from '../../../../../../components/address/address';
import { BlockRef } from '../../../../../../components/block-ref/block-ref';
import { NameLine, PageHead } from '../../../../../../components/page-head/page-head';
import { BadInputPage } from '../../../../../../components/problem/bad-input';
import { ProblemPage } from '../../../../../../components/problem/problem';
import { Figure } from '../../../../../../components/receipt/figure';
import { receiptIn } from '../../../../../../components/receipt/fragment';
import { Panel, Section } from '../../../../../../components/section/section';
import { Stat, Stats } from '../../../../../../components/stat/stat';
import { cruText } from '../../../../../../lib/format/amount';
import { plainName } from '../../../../../../lib/format/plain';
import { formatInteger, shorten } from '../../../../../../lib/format/quantity';
import { decodePart, parseBlockNumber } from '../../../../../../lib/params';
import { route } from '../../../../../../lib/route';
import { text } from '../../../../../../messages';
import { missedWords } from '../../words';
import { Counting } from './counting';
import { GuarantorLosses } from './guarantors';
import { loadMiss, type MissData } from './query';

const words = text.misses.detail;

interface Props {
  params: Promise<{ owner: string; era: string; member: string }>;
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { era, member } = await params;
  return { title: words.titleOf(shorten(decodePart(member) ?? '?'), era.slice(0, 12)) };
};

const sentenceOf = ({ ownerLoss, guarantorsLoss, problem }: MissData): string => {
  if (ownerLoss === null || guarantorsLoss === null) return problem ?? text.misses.unknown;
  if (BigInt(ownerLoss) === 0n && BigInt(guarantorsLoss) === 0n) return words.free;
  return words.sentence(cruText(ownerLoss), cruText(guarantorsLoss));
};

const Blocks = ({ miss }: { miss: MissData }) => {
  const block = (label: string, number: number, field: string) => (
    <Stat label={label}>
      <Figure of={label} raw={number} receipt={receiptIn(miss.figureReceipts, field)} rule={words.blockRule}>
        <BlockRef block={number} />
      </Figure>
    </Stat>
  );
  return (
    <Section title={words.rows}>
      <Panel>
        <Stats>
          {block(words.judgedAt, miss.judgedAtBlock, 'missing')}
          {block(words.sweepEnd, miss.sweepEndBlock, 'paid.totalWorkload')}
          {block(words.snapshot, miss.snapshotBlock, 'paid.stakeLimit')}
          {block(words.closed, miss.endBlock, 'stakingPayout')}
        </Stats>
      </Panel>
    </Section>
  );
};

const MissPage = async ({ params }: Props) => {
  const parts = await params;
  const [owner, member] = [decodePart(parts.owner), decodePart(parts.member)];
  const era = parseBlockNumber(decodePart(parts.era) ?? '');
  if (owner === null || member === null) return <BadInputPage sentence={text.search.notText} />;
  if (era === null) return <BadInputPage sentence={text.era.bad(parts.era.slice(0, 60))} />;
  const answer = await loadMiss(owner, member, era);
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { missCost: miss } = answer.data;
  if (miss === null) notFound();
  const { paid, restored, guarantorCount, missedSlots } = miss;
  return (
    <>
      <PageHead
        kind={text.misses.kind}
        title={words.titleOf(
          plainName(miss.memberAccount.identityDisplay) ?? shorten(miss.member, 8, 6),
          formatInteger(miss.era),
        )}
        sentence={sentenceOf(miss)}
      >
        <p>
          {words.why(missedWords(missedSlots), formatInteger(miss.judgedSlot), formatInteger(miss.judgedAtBlock))}{' '}
          {missedSlots.length > 1 && words.several}
        </p>
        <NameLine>
          <span>
            <Address address={miss.member} href={null} full copy />{' '}
            <Link href={route.group(miss.member)}>{words.reports}</Link> ·{' '}
            <Link href={route.misses(miss.owner)}>{text.misses.link}</Link>
          </span>
        </NameLine>
      </PageHead>
      {paid !== null && restored !== null && (
        <>
          <Section title={words.counting} lead={words.countingLead}>
            <Counting miss={miss} paid={paid} restored={restored} />
          </Section>
          <Section title={words.guarantorsTitle} lead={words.guarantorsLead(guarantorCount)}>
            <GuarantorLosses miss={miss} />
          </Section>
        </>
      )}
      <Blocks miss={miss} />
    </>
  );
};

export default MissPage;
