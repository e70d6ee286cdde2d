export { NotFoundPage as default } from '../../../components/problem/problem';
