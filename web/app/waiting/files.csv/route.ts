import { exportWaiting } from '../../../lib/export/routes';

export const GET = exportWaiting('csv');
