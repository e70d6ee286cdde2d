import { exportOrdered } from '../../../../lib/export/routes';

export const GET = exportOrdered('csv');
