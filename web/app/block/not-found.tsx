import { NotFoundPage } from '../../components/problem/problem';
import { text } from '../../messages';

const NotFound = () => <NotFoundPage sentence={text.chain.block.missingAny} />;

export default NotFound;
