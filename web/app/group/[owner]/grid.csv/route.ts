export { exportGroupGrid as GET } from '../../../../lib/export/routes';
