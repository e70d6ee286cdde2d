export { exportPayout as GET } from '../../../../lib/export/routes';
