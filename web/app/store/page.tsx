import type { Metadata } from 'next';
import { EmptyState } from '../../components/empty/empty';
import { PageHead } from '../../components/page-head/page-head';
import { ProblemPage } from '../../components/problem/problem';
import { Section } from '../../components/section/section';
import { liveFileOf } from '../../lib/follow/live-file';
import type { SearchParams } from '../../lib/params';
import { text } from '../../messages';
import { CallToSign } from './call';
import { StoreForm } from './form';
import { readForm } from './form-values';
import { LiveSteps } from './live-steps';
import { loadStore } from './load';
import { Price } from './price';
import { ThreeSteps } from './three-steps';

const words = text.store;

export const metadata: Metadata = { title: words.title, description: words.lead };

const StorePage = async ({ searchParams }: { searchParams: SearchParams }) => {
  const values = readForm(await searchParams);
  const loaded = await loadStore(values);
  if (!loaded.ok) return <ProblemPage problem={loaded.problem} />;
  const { data, file, call, problems } = loaded.store;
  return (
    <>
      <PageHead title={words.title}>
        <p>{words.lead}</p>
      </PageHead>
      <Section title={words.steps.title}>
        {file === null ? (
          <ThreeSteps states={null} />
        ) : (
          <LiveSteps key={file.cid} initial={liveFileOf({ block: file.asOf, file })} />
        )}
      </Section>
      <StoreForm values={values} problems={problems} />
      {data.price === null ? (
        <EmptyState title={words.price.none} />
      ) : (
        <Price price={data.price} status={data.status} rows={data.prices.nodes} />
      )}
      <CallToSign call={call} />
    </>
  );
};

export default StorePage;
