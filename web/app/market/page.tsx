import { parseBytes } from '@moho/protocol/amount';
import type { Metadata } from 'next';
import Link from 'next/link';
import { EmptyState } from '../../components/empty/empty';
import { PageHead } from '../../components/page-head/page-head';
import { ProblemPage } from '../../components/problem/problem';
import { Section } from '../../components/section/section';
import { ask } from '../../lib/api/ask';
import { formatInteger } from '../../lib/format/quantity';
import { first, type Query, type SearchParams } from '../../lib/params';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { Fees } from './fees';
import styles from './page.module.css';
import { MarketDocument } from './query';
import { Quote } from './quote';
import { Steps } from './steps';

const words = text.market;
const PRICE_ROWS = 100;
const DEFAULT_SIZE = '1 GiB';
const MAX_SIZE_BYTES = 2n ** 63n - 1n;

export const metadata: Metadata = { title: words.title };

interface Size {
  given: string;
  bytes: bigint;
  problem: string | null;
}

/** The size asked for, or 1 GiB and the reason why not. */
const readSize = (query: Query): Size => {
  const given = first(query, 'size') ?? DEFAULT_SIZE;
  const fallback = (reason: string): Size => ({
    given,
    bytes: parseBytes(DEFAULT_SIZE),
    problem: `${words.quote.bad(given.slice(0, 40), reason)} ${words.quote.fallback}`,
  });
  try {
    const bytes = parseBytes(given);
    return bytes > MAX_SIZE_BYTES ? fallback(words.quote.tooLarge) : { given, bytes, problem: null };
  } catch (error) {
    return fallback(error instanceof Error ? error.message : String(error));
  }
};

const MarketPage = async ({ searchParams }: { searchParams: SearchParams }) => {
  const size = readSize(await searchParams);
  const answer = await ask(MarketDocument, { sizeBytes: size.bytes.toString(), first: PRICE_ROWS });
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { price, prices, status } = answer.data;
  const { profile } = status;
  return (
    <>
      <PageHead title={words.title}>
        <p>{words.lead}</p>
        <p>
          <Link href={route.store}>{words.desks.store}</Link> · <Link href={route.waiting}>{words.desks.waiting}</Link>{' '}
          · <Link href={route.settle}>{words.desks.settle}</Link>
        </p>
      </PageHead>
      {price === null ? (
        <EmptyState title={words.none} />
      ) : (
        <>
          <Fees price={price} />
          <Quote price={price} given={size.given} problem={size.problem} status={status} />
          <Steps rows={prices.nodes} head={status.indexedHeight} more={prices.pageInfo.hasNextPage} />
        </>
      )}
      <Section title={words.rules.title} lead={words.rules.lead}>
        <ul className={styles.rules}>
          <li>{words.rules.base}</li>
          <li>{words.rules.byte}</li>
          <li>{words.rules.keys}</li>
        </ul>
        <p className={styles.note}>
          {words.rules.when(
            formatInteger(profile.baseTickOffset),
            formatInteger(profile.feeTickOffset),
            formatInteger(profile.slotBlocks),
          )}
        </p>
      </Section>
    </>
  );
};

export default MarketPage;
