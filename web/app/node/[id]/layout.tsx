export { AccountLayout as default } from '../../../components/problem/account-layout';
