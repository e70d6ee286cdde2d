import { NotFoundPage } from '../../components/problem/problem';
import { text } from '../../messages';

const NotFound = () => <NotFoundPage sentence={text.era.missingAny} />;

export default NotFound;
