import { NotFoundPage } from '../components/problem/problem';

const NotFound = () => <NotFoundPage />;

export default NotFound;
