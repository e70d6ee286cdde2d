import { exportLimit } from '../../../../lib/export/routes';

export const GET = exportLimit('csv');
