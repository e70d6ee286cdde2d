import { PICO_PER_CRU } from '@moho/protocol/amount';
import type { Metadata } from 'next';
import { BarChart } from '../../components/chart/bar-chart';
import { EmptyState } from '../../components/empty/empty';
import { PageHead } from '../../components/page-head/page-head';
import { Pagination } from '../../components/pagination/pagination';
import { ProblemPage } from '../../components/problem/problem';
import { Panel, Section } from '../../components/section/section';
import { Table } from '../../components/table/table';
import { ask } from '../../lib/api/ask';
import { toPlot } from '../../lib/chart/path';
import { cruText, shortCru } from '../../lib/format/amount';
import { formatInteger } from '../../lib/format/quantity';
import { first, type SearchParams, withQuery } from '../../lib/params';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { eraColumns } from './columns';
import { EraOverviewCharts, LastEra, type Pooled, pooledOf } from './overview';
import { type EraRow, ErasDocument } from './query';

const words = text.era;
const PAGE_SIZE = 60;

export const metadata: Metadata = { title: words.listTitle };

const Pools = ({ eras }: { eras: readonly EraRow[] }) => {
  const closed = eras.filter((era) => era.stakingPayout !== null).reverse();
  if (closed.length < 2) return null;
  const plot = (pico: string | null) => toPlot(BigInt(pico ?? 0), PICO_PER_CRU);
  return (
    <Panel>
      <BarChart
        title={words.chart.title}
        summary={words.chart.summary(closed.length)}
        yFormat={(value) => shortCru(BigInt(Math.round(value * 1e6)) * 10n ** 6n)}
        bars={closed.map((era) => ({
          key: String(era.era),
          label: formatInteger(era.era),
          title: text.node.eras.barTitle(
            formatInteger(era.era),
            shortCru(era.stakingPayout ?? 0n),
            shortCru(era.authoringTotal ?? 0n),
          ),
          parts: [
            { value: plot(era.stakingPayout), tone: 'olivine', label: words.chart.staking },
            { value: plot(era.authoringTotal), tone: 'ember', label: words.chart.authoring },
          ],
        }))}
      />
    </Panel>
  );
};

const sentenceOf = ({ era, pool }: Pooled): string =>
  words.overview.sentence(cruText(pool.pool), formatInteger(era), cruText(pool.gpos));

const ErasPage = async ({ searchParams }: { searchParams: SearchParams }) => {
  const query = await searchParams;
  const after = first(query, 'after');
  const answer = await ask(ErasDocument, { first: PAGE_SIZE, after });
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { nodes, pageInfo } = answer.data.eras;
  const pooled = pooledOf(nodes);
  const [newest] = pooled;
  return (
    <>
      <PageHead title={words.listTitle} sentence={newest === undefined ? undefined : sentenceOf(newest)}>
        <p>{words.listLead}</p>
      </PageHead>
      {newest !== undefined && <LastEra era={newest} />}
      <Section title={words.overview.charts}>
        <Pools eras={nodes} />
        <EraOverviewCharts eras={pooled} />
      </Section>
      <Section title={words.table.list}>
        <Table
          caption={words.table.list}
          columns={eraColumns(nodes)}
          rows={nodes}
          rowKey={(row) => String(row.era)}
          rowName={(row) => words.titleOf(formatInteger(row.era))}
          empty={<EmptyState title={words.table.noneList} />}
          cards
        />
        <Pagination
          firstHref={after === null ? null : route.eras}
          shown={nodes.length}
          nextHref={pageInfo.hasNextPage ? withQuery(route.eras, query, { after: pageInfo.endCursor }) : null}
        />
      </Section>
    </>
  );
};

export default ErasPage;
