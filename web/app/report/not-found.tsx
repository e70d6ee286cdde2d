import { MissingSentence, MissingTitle } from '../../components/problem/missing-page';
import { NotFoundPage } from '../../components/problem/problem';
import { text } from '../../messages';

const NotFound = () => (
  <NotFoundPage title={<MissingTitle />} sentence={<MissingSentence otherwise={text.report.missingAny} />} />
);

export default NotFound;
