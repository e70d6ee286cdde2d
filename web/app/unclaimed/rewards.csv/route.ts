import { exportUnclaimed } from '../../../lib/export/unclaimed-route';

export const GET = exportUnclaimed('csv');
