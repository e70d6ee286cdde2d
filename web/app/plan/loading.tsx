export { PageLoading as default } from '../../components/skeleton/skeleton';
