import type { Metadata } from 'next';
import { PageHead } from '../../components/page-head/page-head';
import { text } from '../../messages';
import { FigureSamples, NameSamples, StateSamples } from './figures';
import { Foundations } from './foundations';
import { InputSamples, MessageSamples } from './messages';
import { ChartSamples, GridSamples, LifeSamples, TableSamples } from './pictures';

export const metadata: Metadata = { title: text.design.title };

/** Every component on one page, in the visitor's theme. */
const DesignPage = () => (
  <>
    <PageHead title={text.design.title}>
      <p>{text.design.lead}</p>
    </PageHead>
    <Foundations />
    <FigureSamples />
    <StateSamples />
    <NameSamples />
    <InputSamples />
    <TableSamples />
    <ChartSamples />
    <GridSamples />
    <LifeSamples />
    <MessageSamples />
  </>
);

export default DesignPage;
