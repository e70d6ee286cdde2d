import { text } from '../../messages';
import { NotFoundPage } from './problem';

/** The address holds something that cannot be read: one sentence that says what was expected. */
export const BadInputPage = ({ sentence }: { sentence: string }) => (
  <NotFoundPage title={text.problem.badInputTitle} sentence={sentence} />
);
