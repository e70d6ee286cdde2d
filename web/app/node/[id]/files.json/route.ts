import { exportHeld } from '../../../../lib/export/routes';

export const GET = exportHeld('json');
