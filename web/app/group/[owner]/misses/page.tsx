import type { Metadata } from 'next';
import Link from 'next/link';
import { Address } from '../../../../components/address/address';
import { EraChoice } from '../../../../components/era-choice/era-choice';
import { NameLine, PageHead } from '../../../../components/page-head/page-head';
import { BadInputPage } from '../../../../components/problem/bad-input';
import { ProblemPage } from '../../../../components/problem/problem';
import { Section } from '../../../../components/section/section';
import { type EraRange, eraText, parseEras } from '../../../../lib/eras';
import { plainName } from '../../../../lib/format/plain';
import { formatInteger, shorten } from '../../../../lib/format/quantity';
import { decodePart, first, readAt, type SearchParams } from '../../../../lib/params';
import { route } from '../../../../lib/route';
import { text } from '../../../../messages';
import { loadMisses } from './query';
import { MissTable } from './table';

const words = text.misses;
/** As many as the API counts at once: a week of mainnet. */
const MOST_ERAS = 28;

interface Props {
  params: Promise<{ owner: string }>;
  searchParams: SearchParams;
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const owner = decodePart((await params).owner);
  return { title: words.titleOf(owner === null ? '?' : shorten(owner)) };
};

const rangeWords = (range: EraRange | null): string =>
  range === null ? words.lastEras : words.eras(formatInteger(range.from), formatInteger(range.to));

const MissesPage = async ({ params, searchParams }: Props) => {
  const owner = decodePart((await params).owner);
  const query = await searchParams;
  const at = readAt(query);
  if (owner === null) return <BadInputPage sentence={text.search.notText} />;
  if (!at.ok) return <BadInputPage sentence={text.common.at.bad(at.text)} />;
  const asked = parseEras(first(query, 'eras') ?? '');
  const count = asked === null ? 0 : asked.to - asked.from + 1;
  const shown = asked !== null && count > MOST_ERAS ? { from: asked.to - MOST_ERAS + 1, to: asked.to } : asked;
  const answer = await loadMisses(owner, shown?.from ?? null, shown?.to ?? null, at.block);
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { account, missCosts } = answer.data;
  const eras = shown === null ? '' : eraText(shown);
  return (
    <>
      <PageHead
        kind={words.kind}
        title={plainName(account.identityDisplay) ?? shorten(account.address, 8, 6)}
        sentence={words.sentence(missCosts.length, rangeWords(shown))}
      >
        <NameLine>
          <span>
            <Address address={account.address} href={null} full copy />{' '}
            <Link href={route.group(account.address, at.block)}>{words.toGroup}</Link> ·{' '}
            <Link href={route.payout(account.address, eras === '' ? undefined : eras)}>{words.payoutLink}</Link>
          </span>
        </NameLine>
      </PageHead>
      <EraChoice
        path={route.misses(account.address)}
        eras={eras}
        words={words.choose}
        problem={count > MOST_ERAS ? words.tooMany(formatInteger(count)) : null}
      />
      <Section title={words.link} lead={words.how}>
        <MissTable owner={account.address} rows={missCosts} />
      </Section>
    </>
  );
};

export default MissesPage;
