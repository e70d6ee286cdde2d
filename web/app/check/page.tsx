import type { Metadata } from 'next';
import { PageHead } from '../../components/page-head/page-head';
import { MOST_LINES } from '../../lib/check/lines';
import { text } from '../../messages';
import { CheckForm } from './form';

const words = text.check;

export const metadata: Metadata = { title: words.title };

/** A list of CIDs to be checked at once. There is no loading state here, so that the page works without scripts. */
const CheckPage = () => (
  <>
    <PageHead title={words.title} sentence={words.sentence(MOST_LINES)}>
      <p>{words.lead}</p>
    </PageHead>
    <CheckForm />
  </>
);

export default CheckPage;
