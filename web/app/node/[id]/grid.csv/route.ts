export { exportMachineGrid as GET } from '../../../../lib/export/routes';
